package org.oktasync.devkit.host.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a statement with the values of its placeholders.
 *
 * @param join what an order needs to join; empty for a condition
 */
record Sql(String text, String join, List<Object> values) {

  Sql(String text, Object... values) {
    this(text, "", List.of(values));
  }

  /** The pieces with a word between them, each in brackets. */
  static Sql joined(String word, Collection<Sql> pieces) {
    List<Object> values = new ArrayList<>();
    pieces.forEach(piece -> values.addAll(piece.values()));
    String text =
        pieces.stream()
            .map(piece -> "(" + piece.text() + ")")
            .collect(Collectors.joining(" " + word + " "));
    return new Sql(text, "", List.copyOf(values));
  }

  /** The same within other text, in the place of {@code %s}. */
  Sql in(String pattern) {
    return new Sql(pattern.formatted(text), join, values);
  }
}
