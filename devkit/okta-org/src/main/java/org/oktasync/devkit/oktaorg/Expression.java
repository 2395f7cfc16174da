package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar that {@code filter} and {@code search} share: comparisons, {@code and}, {@code or}
 * and parentheses, operators in any case. What a comparison means, its {@link Terms} decide.
 */
final class Expression<T> {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([()]|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\\s()\"]+)");

  /** Makes conditions of comparisons. */
  interface Terms<T> {
    /**
     * The condition of one comparison.
     *
     * @param operator in lower case
     * @param literal the value as written, with its quotes; null for {@code pr}, which has none
     * @throws OktaError E0000031 for what is not supported
     */
    Predicate<T> condition(String attribute, String operator, String literal);
  }

  private final Terms<T> terms;
  private final Iterator<String> rest;
  private String head;

  private Expression(String text, Terms<T> terms) {
    this.terms = terms;
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

  /**
   * The condition that a text states.
   *
   * @throws OktaError E0000031 for anything outside the grammar
   */
  static <T> Predicate<T> parse(String text, Terms<T> terms) {
    Expression<T> expression = new Expression<>(text, terms);
    Predicate<T> whole = expression.either();
    if (expression.head != null) {
      throw OktaError.badSearch("Unexpected '" + expression.head + "'");
    }
    return whole;
  }

  /** What a literal in double quotes says. */
  static String quoted(String literal) {
    if (!literal.startsWith("\"")) {
      throw OktaError.badSearch("A value must stand in double quotes: " + literal);
    }
    return literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private Predicate<T> either() {
    Predicate<T> left = both();
    while (skip("or")) {
      left = left.or(both());
    }
    return left;
  }

  private Predicate<T> both() {
    Predicate<T> left = term();
    while (skip("and")) {
      left = left.and(term());
    }
    return left;
  }

  private Predicate<T> term() {
    if (skip("(")) {
      Predicate<T> inner = either();
      if (!skip(")")) {
        throw OktaError.badSearch("A closing parenthesis is missing");
      }
      return inner;
    }
    String attribute = next();
    String operator = next().toLowerCase(Locale.ROOT);
    return terms.condition(attribute, operator, operator.equals("pr") ? null : next());
  }

  private boolean skip(String word) {
    boolean here = word.equalsIgnoreCase(head);
    if (here) {
      advance();
    }
    return here;
  }

  private String next() {
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
