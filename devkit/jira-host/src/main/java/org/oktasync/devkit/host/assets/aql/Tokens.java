package org.oktasync.devkit.host.assets.aql;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a query into words, quoted texts and symbols. */
final class Tokens {
  private static final String SINGLE = "(),.";
  private static final List<String> COMPARISONS = List.of("!=", "<=", ">=", "=", "<", ">");

  private final String source;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String source) {
    this.source = source;
  }

  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    SYMBOL,
    END
  }

  /**
   * A token.
   *
   * @param text without quotes and escapes
   * @param start counted from 0
   * @param end behind the last character
   */
  record Token(Kind kind, String text, int start, int end) {
    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  /** All tokens of a text; the last is the end. */
  static List<Token> of(String source) {
    Tokens tokens = new Tokens(source);
    while (tokens.at < source.length()) {
      tokens.next();
    }
    tokens.add(Kind.END, "", tokens.at, tokens.at);
    return tokens.found;
  }

  private void next() {
    char c = source.charAt(at);
    String comparison = comparison();
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '"') {
      quoted();
    } else if (comparison != null) {
      add(Kind.SYMBOL, comparison, at, at + comparison.length());
    } else if (SINGLE.indexOf(c) >= 0) {
      add(Kind.SYMBOL, String.valueOf(c), at, at + 1);
    } else {
      int start = at;
      while (at < source.length() && isWordPart()) {
        at++;
      }
      add(Kind.WORD, source.substring(start, at), start, at);
    }
  }

  private String comparison() {
    return COMPARISONS.stream().filter(c -> source.startsWith(c, at)).findFirst().orElse(null);
  }

  private boolean isWordPart() {
    char c = source.charAt(at);
    return !Character.isWhitespace(c) && c != '"' && SINGLE.indexOf(c) < 0 && comparison() == null;
  }

  private void quoted() {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '"') {
      if (source.charAt(at) == '\\') {
        at++;
        if (at == source.length() || "\"\\".indexOf(source.charAt(at)) < 0) {
          throw new AqlException(at + 1, "Only \\\" and \\\\ are escapes");
        }
      }
      text.append(source.charAt(at++));
    }
    if (at == source.length()) {
      throw new AqlException(start + 1, "The quoted text does not end");
    }
    add(Kind.QUOTED, text.toString(), start, at + 1);
  }

  private void add(Kind kind, String text, int start, int end) {
    found.add(new Token(kind, text, start, end));
    at = end;
  }
}
