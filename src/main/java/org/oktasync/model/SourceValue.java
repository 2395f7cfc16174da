package org.oktasync.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of the identity source, of whatever type its schema gives it. */
public sealed interface SourceValue {
  /** Text; may be empty. */
  record Text(String value) implements SourceValue {}

  /** A number, exact. */
  record Number(BigDecimal value) implements SourceValue {}

  /** A yes or no. */
  record Flag(boolean value) implements SourceValue {}

  /** Several values in the source's order. */
  record Items(List<SourceValue> values) implements SourceValue {}

  /** An object with named values. */
  record Fields(Map<String, SourceValue> values) implements SourceValue {}

  /**
   * The value as one line of text: numbers without exponent, flags as {@code true} or {@code
   * false}, items joined by a comma and a blank. An object's text is its {@code label}, else {@code
   * profile.name}, else {@code name}, else {@code id}, else empty.
   */
  default String text() {
    if (this instanceof Text text) {
      return text.value();
    } else if (this instanceof Number number) {
      return number.value().toPlainString();
    } else if (this instanceof Flag flag) {
      return String.valueOf(flag.value());
    } else if (this instanceof Items items) {
      return String.join(", ", items.values().stream().map(SourceValue::text).toList());
    }
    return labelOf(((Fields) this).values());
  }

  private static String labelOf(Map<String, SourceValue> fields) {
    SourceValue profile = fields.get("profile");
    SourceValue profileName = profile instanceof Fields inner ? inner.values().get("name") : null;
    SourceValue[] candidates = {
      fields.get("label"), profileName, fields.get("name"), fields.get("id")
    };
    for (SourceValue candidate : candidates) {
      if (candidate != null) {
        return candidate.text();
      }
    }
    return "";
  }
}
