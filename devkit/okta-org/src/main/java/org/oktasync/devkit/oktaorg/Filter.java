package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([()]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\"]+)");

  /**
   * The condition that {@code text} states.
   *
   * @throws OktaError E0000031 for anything outside the grammar
   */
  Predicate<T> parse(String text) {
    Tokens tokens = new Tokens(text);
    Predicate<T> whole = either(tokens);
    if (tokens.peek() != null) {
      throw OktaError.badSearch("Unexpected '" + tokens.peek() + "'");
    }
    return whole;
  }

  private Predicate<T> either(Tokens tokens) {
    Predicate<T> left = both(tokens);
    while (tokens.skip("or")) {
      left = left.or(both(tokens));
    }
    return left;
  }

  private Predicate<T> both(Tokens tokens) {
    Predicate<T> left = term(tokens);
    while (tokens.skip("and")) {
      left = left.and(term(tokens));
    }
    return left;
  }

  private Predicate<T> term(Tokens tokens) {
    if (tokens.skip("(")) {
      Predicate<T> inner = either(tokens);
      if (!tokens.skip(")")) {
        throw OktaError.badSearch("A closing parenthesis is missing");
      }
      return inner;
    }
    String attribute = tokens.next();
    String operator = tokens.next().toLowerCase(Locale.ROOT);
    String value = literal(tokens.next());
    if (times.containsKey(attribute)) {
      return compare(times.get(attribute), operator, instant(value));
    }
    BiPredicate<T, String> comparison = texts.get(attribute + " " + operator);
    if (comparison != null) {
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

  private static String literal(String token) {
    if (!token.startsWith("\"")) {
      throw OktaError.badSearch("A value must stand in double quotes: " + token);
    }
    return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private static Instant instant(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw OktaError.badSearch("Not a time: " + value);
    }
  }

  /** The words of a filter, one ahead. */
  private static final class Tokens {
    private final Iterator<String> rest;
    private String head;

    Tokens(String text) {
      List<String> found = new ArrayList<>();
      Matcher matcher = TOKEN.matcher(text.stripTrailing());
      int end = 0;
      while (matcher.find() && matcher.start() == end) {
        found.add(matcher.group(1));
        end = matcher.end();
      }
      if (end < text.stripTrailing().length()) {
        throw OktaError.badSearch("Unreadable from position " + end);
      }
      rest = found.iterator();
      advance();
    }

    String peek() {
      return head;
    }

    boolean skip(String word) {
      boolean here = word.equalsIgnoreCase(head);
      if (here) {
        advance();
      }
      return here;
    }

    String next() {
      if (head == null) {
        throw OktaError.badSearch("The expression ends too early");
      }
      String word = head;
      advance();
      return word;
    }

    private void advance() {
      head = rest.hasNext() ? rest.next() : null;
    }
  }
}
