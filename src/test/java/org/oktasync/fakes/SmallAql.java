package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;

/** As much of Assets' query language as tests ask: comparisons joined by AND, OR and brackets. */
final class SmallAql {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[(),]|==|!=|=|[^\\s\"(),=!]+)");

  private final List<String> tokens = new ArrayList<>();
  private final AssetsObject object;
  private int at;

  private SmallAql(String query, AssetsObject object) {
    Matcher matcher = TOKEN.matcher(query);
    int end = 0;
    while (end < query.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    require(query.substring(end).isBlank());
    this.object = object;
  }

  /**
   * Whether a condition holds for an object.
   *
   * @throws IllegalArgumentException when it is none
   */
  static boolean holds(String query, AssetsObject object) {
    SmallAql aql = new SmallAql(query, object);
    boolean holds = aql.either();
    require(aql.at == aql.tokens.size());
    return holds;
  }

  private boolean either() {
    boolean holds = both();
    while (takes("OR")) {
      holds |= both();
    }
    return holds;
  }

  private boolean both() {
    boolean holds = one();
    while (takes("AND")) {
      holds &= one();
    }
    return holds;
  }

  private boolean one() {
    if (takes("(")) {
      boolean holds = either();
      require(takes(")"));
      return holds;
    }
    String attribute = name();
    if (takes("IN")) {
      require(takes("("));
      boolean holds = false;
      do {
        holds |= has(attribute, text(next()));
      } while (takes(","));
      require(takes(")"));
      return holds;
    }
    boolean not = takes("!=");
    require(not || takes("="));
    return not != has(attribute, text(next()));
  }

  /** A name without quotes may have several words. */
  private String name() {
    StringBuilder name = new StringBuilder(text(next()));
    while (!peek().equals("=") && !peek().equals("!=") && !peek().equalsIgnoreCase("IN")) {
      name.append(' ').append(next());
    }
    return name.toString();
  }

  private boolean has(String attribute, String value) {
    String folded = NameFolding.fold(value);
    return object.values(attribute).stream()
        .map(AttributeValue::text)
        .anyMatch(text -> NameFolding.fold(text).equals(folded));
  }

  private static String text(String token) {
    return token.startsWith("\"")
        ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1")
        : token;
  }

  private boolean takes(String word) {
    boolean there = peek().equalsIgnoreCase(word);
    at += there ? 1 : 0;
    return there;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    require(at < tokens.size());
    return tokens.get(at++);
  }

  private static void require(boolean understood) {
    if (!understood) {
      throw new IllegalArgumentException("no condition");
    }
  }
}
