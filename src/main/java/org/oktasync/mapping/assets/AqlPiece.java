package org.oktasync.mapping.assets;

/**
 * A part of a condition.
 *
 * @param kind what it is
 * @param text as it stands in the condition, or the name of the value
 */
record AqlPiece(Kind kind, String text) {
  enum Kind {
    /** Stands in the condition as it is. */
    FIXED,
    /** A value, which becomes a literal. */
    LITERAL,
    /** A value within a longer quoted text. */
    INSIDE
  }

  boolean takesValue() {
    return kind != Kind.FIXED;
  }

  String fill(String value) {
    return switch (kind) {
      case FIXED -> text;
      case LITERAL -> AqlTemplate.quoted(value);
      case INSIDE -> AqlTemplate.escaped(value);
    };
  }
}
