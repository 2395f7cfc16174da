package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;

/** A reading of Assets' query language of its own, to see what a query really says. */
final class AqlTokens {
  /**
   * @param literal whether it stood in quotes
   * @param text the word or sign, or what the literal means
   */
  record Token(boolean literal, String text) {
    Token replaced(String one, String other) {
      return literal ? new Token(true, text.replace(one, other)) : this;
    }
  }

  private AqlTokens() {}

  static List<Token> of(String query) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < query.length()) {
      char c = query.charAt(at);
      if (c == '\n' || c == '\r') {
        throw new IllegalArgumentException("a query is one line: " + query);
      } else if (c == '"') {
        at = literal(query, at + 1, tokens);
      } else if (Character.isLetterOrDigit(c)) {
        int end = at;
        while (end < query.length() && Character.isLetterOrDigit(query.charAt(end))) {
          end++;
        }
        tokens.add(new Token(false, query.substring(at, end)));
        at = end;
      } else if (c == ' ') {
        at++;
      } else {
        tokens.add(new Token(false, String.valueOf(c)));
        at++;
      }
    }
    return tokens;
  }

  private static int literal(String query, int begin, List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (int at = begin; at < query.length(); at++) {
      char c = query.charAt(at);
      if (c == '"') {
        tokens.add(new Token(true, text.toString()));
        return at + 1;
      } else if (c == '\\') {
        at++;
        char escaped = query.charAt(at);
        if (escaped != '"' && escaped != '\\') {
          throw new IllegalArgumentException("not to be escaped: " + escaped);
        }
        text.append(escaped);
      } else {
        text.append(c);
      }
    }
    throw new IllegalArgumentException("quotes do not close: " + query);
  }
}
