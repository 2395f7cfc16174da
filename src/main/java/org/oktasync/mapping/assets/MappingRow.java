package org.oktasync.mapping.assets;

/**
 * A line of a mapping as a row of a table.
 *
 * @param line counted from 1
 * @param mapping the heading that it stands under; empty without one
 * @param kind what the line is
 * @param source the path in the source, or the setting's name
 * @param attribute the attribute of Assets, or the setting's value
 * @param condition how the other object of a reference is found; empty for none
 */
public record MappingRow(
    int line, String mapping, Kind kind, String source, String attribute, String condition) {
  /** What a line is. */
  public enum Kind {
    /** {@code key:}. */
    KEY,
    /** {@code map:} without a condition. */
    VALUE,
    /** {@code map:} with a condition. */
    REFERENCE,
    /** {@code config:}. */
    SETTING
  }

  /** The line that says what the row says. */
  String text() {
    return switch (kind) {
      case KEY -> MappingPrinter.key(source, attribute);
      case VALUE -> MappingPrinter.value(source, attribute);
      case REFERENCE -> MappingPrinter.reference(source, attribute, condition);
      case SETTING -> MappingPrinter.setting(source, attribute);
    };
  }
}
