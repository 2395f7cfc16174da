package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The values of an attribute as one text, as changes hold them: none as an empty text, one as
 * itself, several as a JSON array of texts in alphabetical order. A single value that begins with a
 * bracket stands in an array as well, so that the way back is certain.
 */
public final class ValueText {
  private ValueText() {}

  /** The text of some values, each of which counts once; empty ones do not count. */
  public static String of(Collection<String> values) {
    List<String> sorted =
        values.stream().filter(value -> !value.isEmpty()).distinct().sorted().toList();
    if (sorted.isEmpty()) {
      return "";
    } else if (sorted.size() == 1 && !sorted.get(0).startsWith("[")) {
      return sorted.get(0);
    }
    StringBuilder json = new StringBuilder("[");
    for (String value : sorted) {
      json.append(json.length() == 1 ? "" : ",");
      quote(value, json);
    }
    return json.append(']').toString();
  }

  private static void quote(String value, StringBuilder json) {
    json.append('"');
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /**
   * The values of a text that {@link #of} made.
   *
   * @throws IllegalArgumentException when it begins like an array and is none
   */
  public static List<String> values(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return text.startsWith("[") ? new Reader(text).array() : List.of(text);
  }

  /** Reads one array of texts. */
  private static final class Reader {
    private final String text;
    private int at = 1;

    Reader(String text) {
      this.text = text;
    }

    List<String> array() {
      List<String> values = new ArrayList<>();
      do {
        values.add(string());
      } while (next() == ',');
      if (text.charAt(at - 1) != ']' || at != text.length()) {
        throw malformed();
      }
      return values;
    }

    private String string() {
      if (next() != '"') {
        throw malformed();
      }
      StringBuilder value = new StringBuilder();
      for (char c = next(); c != '"'; c = next()) {
        value.append(c == '\\' ? escaped() : c);
      }
      return value.toString();
    }

    private char escaped() {
      char c = next();
      if (c != 'u') {
        return c;
      } else if (at + 4 > text.length()) {
        throw malformed();
      }
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private char next() {
      if (at >= text.length()) {
        throw malformed();
      }
      return text.charAt(at++);
    }

    private IllegalArgumentException malformed() {
      return new IllegalArgumentException("no array of texts, from sign " + at + " on");
    }
  }
}
