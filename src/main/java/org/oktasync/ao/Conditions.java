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

  /** Adds the condition that a column is in a range. */
  Conditions andWithin(String column, SearchKey.Range range) {
    return and(column + " >= ?", range.from()).and(column + " < ?", range.to());
  }

  /** Adds the condition that a column is not in a range; one without a value is not. */
  Conditions andOutside(String column, SearchKey.Range range) {
    String text = "(%1$s IS NULL OR %1$s < ? OR %1$s >= ?)".formatted(column);
    return and(text, range.from(), range.to());
  }

  /**
   * Adds the condition that a column of search keys begins with a text, or that the source id is
   * the text; an empty text adds none.
   */
  Conditions andText(String text, String keyColumn) {
    String id = StoredText.storable(text);
    if (text.isBlank()) {
      return text.isEmpty() ? this : and("SOURCE_ID = ?", id);
    }
    SearchKey.Range range = SearchKey.beginningWith(text);
    String either = "((%1$s >= ? AND %1$s < ?) OR SOURCE_ID = ?)".formatted(keyColumn);
    return and(either, range.from(), range.to(), id);
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
