package org.oktasync.devkit.host.assets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.oktasync.devkit.host.assets.aql.AqlException;
import org.oktasync.devkit.host.assets.aql.Operator;

/**
 * What is asked of a single attribute.
 *
 * @param attribute its name, for messages
 * @param values without functions
 * @param position in the text of the query, counted from 1
 */
record Comparison(String attribute, Operator operator, List<String> values, int position) {

  /** The same without its negation. */
  Comparison positive() {
    return new Comparison(attribute, operator.positive(), values, position);
  }

  boolean isNegated() {
    return operator != operator.positive();
  }

  /** The same for a column that holds capitals. */
  Comparison upper() {
    List<String> capitals = values.stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
    return new Comparison(attribute, operator, capitals, position);
  }

  /** The same for columns that hold lower case. */
  Comparison folded() {
    return new Comparison(
        attribute, operator, values.stream().map(StoredValue::fold).toList(), position);
  }

  /** Whether a text fulfils it, without regard to case. */
  boolean test(String text) {
    String folded = StoredValue.fold(text);
    List<String> wanted = folded().values;
    boolean fulfilled =
        switch (operator.positive()) {
          case EQUALS, IN -> wanted.contains(folded);
          case LIKE -> folded.contains(wanted.get(0));
          case STARTS_WITH -> folded.startsWith(wanted.get(0));
          case ENDS_WITH -> folded.endsWith(wanted.get(0));
          default -> throw misplaced();
        };
    return fulfilled != isNegated();
  }

  /**
   * The comparison of a text column.
   *
   * @param indexed column with the beginning of the text
   * @param whole expression for all of the text
   */
  Sql texts(String indexed, String whole) {
    String first = values.isEmpty() ? "" : values.get(0);
    Sql fulfilled =
        switch (operator.positive()) {
          case EQUALS, IN ->
              Sql.joined("or", values.stream().map(v -> equal(indexed, whole, v)).toList());
          case LIKE -> like(whole, "%" + literal(first) + "%");
          case STARTS_WITH -> like(whole, literal(first) + "%");
          case ENDS_WITH -> like(whole, "%" + literal(first));
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              new Sql(indexed + " " + operator.symbol() + " ?", first);
          default -> throw misplaced();
        };
    return isNegated() ? fulfilled.in("not (%s)") : fulfilled;
  }

  private static Sql equal(String indexed, String whole, String value) {
    String start = StoredValue.indexed(value);
    return start.length() < StoredValue.INDEXED
        ? new Sql(indexed + " = ?", value)
        : new Sql(indexed + " = ? and " + whole + " = ?", start, value);
  }

  private static Sql like(String column, String pattern) {
    return new Sql(column + " like ? escape '!'", pattern);
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** The comparison of a column with numbers that stand for values of a kind. */
  Sql numbers(String column, ValueKind kind) {
    String symbol =
        switch (operator.positive()) {
          case EQUALS, IN -> "=";
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> operator.symbol();
          default -> throw misplaced();
        };
    Sql fulfilled =
        Sql.joined(
            "or",
            values.stream()
                .map(v -> new Sql(column + " " + symbol + " ?", number(kind, v)))
                .toList());
    return isNegated() ? fulfilled.in("not (%s)") : fulfilled;
  }

  private double number(ValueKind kind, String text) {
    try {
      return switch (kind) {
        case DATE -> LocalDate.parse(text).toEpochDay();
        case TIME -> LocalTime.parse(text).toSecondOfDay();
        case DATE_TIME -> OffsetDateTime.parse(text).toInstant().toEpochMilli();
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new AqlException(position, attribute + " is not compared with " + text);
    }
  }

  private AqlException misplaced() {
    return new AqlException(position, attribute + " is not compared by " + operator.symbol());
  }
}
