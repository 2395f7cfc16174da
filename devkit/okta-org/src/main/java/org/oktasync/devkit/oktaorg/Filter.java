package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The {@code filter} parameter as Okta limits it: a few comparisons of texts, comparisons of times
 * by order, {@code and}, {@code or} and parentheses. Names and values are case-sensitive, operators
 * are not.
 *
 * @param texts what can be compared, by attribute and operator, for example {@code "id eq"}
 * @param times attributes that can be compared by order
 */
record Filter<T>(
    Map<String, BiPredicate<T, String>> texts, Map<String, Function<T, Instant>> times) {

  /**
   * The condition that {@code text} states.
   *
   * @throws OktaError E0000031 for anything outside the grammar
   */
  Predicate<T> parse(String text) {
    return Expression.parse(text, this::condition);
  }

  private Predicate<T> condition(String attribute, String operator, String literal) {
    if (times.containsKey(attribute) && literal != null) {
      Instant bound = instant(Expression.quoted(literal));
      return compare(times.get(attribute), operator, bound);
    }
    BiPredicate<T, String> comparison = texts.get(attribute + " " + operator);
    if (comparison != null) {
      String value = Expression.quoted(literal);
      return item -> comparison.test(item, value);
    }
    throw OktaError.badSearch("Unsupported: " + attribute + " " + operator);
  }

  private static <T> Predicate<T> compare(
      Function<T, Instant> read, String operator, Instant bound) {
    return switch (operator) {
      case "eq" -> item -> read.apply(item).equals(bound);
      case "gt" -> item -> read.apply(item).isAfter(bound);
      case "ge" -> item -> !read.apply(item).isBefore(bound);
      case "lt" -> item -> read.apply(item).isBefore(bound);
      case "le" -> item -> !read.apply(item).isAfter(bound);
      default -> throw OktaError.badSearch("Unsupported operator: " + operator);
    };
  }

  static Instant instant(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw OktaError.badSearch("Not a time: " + value);
    }
  }
}
