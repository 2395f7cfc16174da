package org.oktasync.mapping.assets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.model.Message;

/** Takes a condition apart into what stands fast and what a value goes into. */
final class AqlTemplateParser {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{\\s*([^\\s${}\"'](?:[^${}\"']*[^\\s${}\"'])?)\\s*(?:\\$\\{\\d+})?}");

  private static final int LONGEST = 2_000;
  private static final String EXAMPLE = "Name = ${value}";

  private final String text;
  private final List<AqlPiece> pieces = new ArrayList<>();
  private final StringBuilder fixed = new StringBuilder();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  AqlTemplateParser(String text) {
    this.text = text;
  }

  List<AqlPiece> pieces() {
    if (text.length() > LONGEST) {
      throw malformed(LONGEST, "aql-too-long");
    }
    while (at < text.length()) {
      step();
    }
    endFixed();
    if (!open.isEmpty()) {
      throw malformed(open.peek(), "aql-bracket-open");
    } else if (pieces.stream().noneMatch(AqlPiece::takesValue)) {
      throw malformed(0, "aql-variable-missing");
    }
    return pieces;
  }

  private void step() {
    char here = text.charAt(at);
    if (here == '"') {
      quotedText();
    } else if (here == '\'') {
      throw malformed(at, "aql-single-quote");
    } else if (text.startsWith("${", at)) {
      variable(AqlPiece.Kind.LITERAL);
    } else {
      countBrackets(here);
      fixed.append(here);
      at++;
    }
  }

  private void countBrackets(char here) {
    if (here == '(') {
      open.push(at);
    } else if (here == ')' && open.poll() == null) {
      throw malformed(at, "aql-bracket-close");
    }
  }

  /** Quoted text; when it is nothing but a value, its quotes are the value's own. */
  private void quotedText() {
    int begin = at;
    Matcher whole = VARIABLE.matcher(text).region(at + 1, text.length());
    if (whole.lookingAt() && whole.end() < text.length() && text.charAt(whole.end()) == '"') {
      at++;
      variable(AqlPiece.Kind.LITERAL);
      at++;
      return;
    }
    fixed.append('"');
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      quotedCharacter();
    }
    if (at >= text.length()) {
      throw malformed(begin, "aql-quote-open");
    }
    fixed.append('"');
    at++;
  }

  private void quotedCharacter() {
    if (text.startsWith("${", at)) {
      variable(AqlPiece.Kind.INSIDE);
    } else {
      int taken = text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
      fixed.append(text, at, at + taken);
      at += taken;
    }
  }

  private void variable(AqlPiece.Kind kind) {
    Matcher matcher = VARIABLE.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw malformed(at, "aql-variable-open");
    }
    endFixed();
    pieces.add(new AqlPiece(kind, matcher.group(1)));
    at = matcher.end();
  }

  private void endFixed() {
    if (!fixed.isEmpty()) {
      pieces.add(new AqlPiece(AqlPiece.Kind.FIXED, fixed.toString()));
      fixed.setLength(0);
    }
  }

  private MalformedAqlException malformed(int offset, String code) {
    return new MalformedAqlException(offset, Message.of(code, EXAMPLE, LONGEST));
  }
}
