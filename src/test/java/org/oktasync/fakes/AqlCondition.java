package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Assets' query language that the product uses: {@code attribute = value}, {@code !=},
 * {@code LIKE} and {@code IN (...)}, joined by {@code AND}, {@code OR} and brackets. What follows
 * {@code ORDER BY} is accepted and left alone.
 */
final class AqlCondition {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(!=|==|=|\\(|\\)|,)|([^\\s\"=!(),]+))");

  /** Asked for each comparison: does the object have this value in this attribute? */
  interface Values extends BiPredicate<String, String> {}

  private record Token(String text, boolean quoted, boolean symbol, int start) {
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private final Values equal;
  private final Values like;
  private final Predicate<String> referring;
  private final String source;
  private int at;

  private AqlCondition(String source, Values equal, Values like, Predicate<String> referring) {
    this.source = source;
    this.equal = equal;
    this.like = like;
    this.referring = referring;
    Matcher matcher = TOKEN.matcher(source);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      boolean quoted = matcher.group(1) != null;
      boolean symbol = matcher.group(2) != null;
      String text = quoted ? matcher.group(1).replaceAll("\\\\(.)", "$1") : matcher.group().strip();
      tokens.add(new Token(text, quoted, symbol, matcher.start()));
    }
    if (!source.substring(end).isBlank()) {
      throw malformed();
    }
  }

  /**
   * Whether a condition holds of an object with these values.
   *
   * @param referring whether the object refers to one of which another condition holds
   */
  static boolean holds(String source, Values equal, Values like, Predicate<String> referring) {
    AqlCondition condition = new AqlCondition(source, equal, like, referring);
    boolean holds = condition.or();
    if (condition.more() && !condition.tokens.get(condition.at).is("order")) {
      throw malformed();
    }
    return holds;
  }

  private boolean or() {
    boolean holds = and();
    while (take("or")) {
      holds |= and();
    }
    return holds;
  }

  private boolean and() {
    boolean holds = single();
    while (take("and")) {
      holds &= single();
    }
    return holds;
  }

  private boolean single() {
    if (take("(")) {
      boolean holds = or();
      require(")");
      return holds;
    }
    String attribute = word();
    if (attribute.equals("object") && take("having")) {
      return having();
    }
    if (take("=") || take("==")) {
      return equal.test(attribute, word());
    } else if (take("!=")) {
      return !equal.test(attribute, word());
    } else if (take("like")) {
      return like.test(attribute, word().toLowerCase(Locale.ROOT));
    }
    require("in");
    require("(");
    boolean holds = equal.test(attribute, word());
    while (take(",")) {
      holds |= equal.test(attribute, word());
    }
    require(")");
    return holds;
  }

  private boolean having() {
    require("outboundReferences");
    require("(");
    int from = tokens.get(at).start();
    for (int open = 1; open > 0; at++) {
      if (!more()) {
        throw malformed();
      }
      open += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
    }
    return referring.test(source.substring(from, tokens.get(at - 1).start()));
  }

  private boolean more() {
    return at < tokens.size();
  }

  private boolean take(String word) {
    boolean taken = more() && tokens.get(at).is(word);
    at += taken ? 1 : 0;
    return taken;
  }

  private void require(String word) {
    if (!take(word)) {
      throw malformed();
    }
  }

  private String word() {
    if (!more() || tokens.get(at).symbol()) {
      throw malformed();
    }
    return tokens.get(at++).text();
  }

  private static RuntimeException malformed() {
    return AssetsRefusal.invalid("the query is not understood");
  }
}
