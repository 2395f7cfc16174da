package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;
import net.java.ao.Query;

/** Conditions that must all hold, with their parameters. For one thread. */
final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** Adds a condition; one with OR in it stands in brackets. */
  Conditions and(String text, Object... values) {
    texts.add(text);
    parameters.addAll(List.of(values));
    return this;
  }

  /** Adds the condition that a column equals a label; an empty label adds none. */
  Conditions andLabel(String column, String label) {
    return label.isEmpty() ? this : and(column + " = ?", label);
  }

  /**
   * Adds the condition that one of some folded columns begins with a text, or that the source id is
   * the text; an empty text adds none.
   */
  Conditions andText(String text, String... keyColumns) {
    if (text.isEmpty()) {
      return this;
    }
    List<String> choices = new ArrayList<>();
    for (String column : keyColumns) {
      choices.add(column + " LIKE ? ESCAPE '!'");
      parameters.add(beginning(text));
    }
    choices.add("SOURCE_ID = ?");
    parameters.add(StoredText.storable(text));
    texts.add("(" + String.join(" OR ", choices) + ")");
    return this;
  }

  /**
   * A pattern for what begins with a text. SQL Server alone reads an opening bracket as a pattern,
   * and other databases refuse to have it escaped: any single character stands for it.
   */
  private static String beginning(String text) {
    String escaped = StoredText.searchKey(text).replaceAll("([!%_])", "!$1");
    return escaped.replace('[', '_') + "%";
  }

  /** The query for the rows that keep all conditions; selects the given columns. */
  Query query(String columns) {
    return Query.select(columns).where(String.join(" AND ", texts), parameters.toArray());
  }

  /** The query for a part of the rows, as a page wants it. */
  Query page(String columns, String order, long start, int limit) {
    int offset = (int) Math.min(start, Integer.MAX_VALUE);
    return query(columns).order(order).offset(offset).limit(limit);
  }
}
