package org.oktasync.web.rest;

import java.util.Locale;
import java.util.Map;
import org.oktasync.mapping.assets.MappingRow;
import org.oktasync.mapping.assets.MappingTable;

/**
 * A change of one row of a mapping's table.
 *
 * @param action {@code change}, {@code add} or {@code remove}; empty for none
 * @param row as it is to be
 */
record MappingEdit(String action, MappingRow row) {
  private static final Map<String, MappingRow.Kind> KINDS =
      Map.of(
          "key", MappingRow.Kind.KEY,
          "value", MappingRow.Kind.VALUE,
          "reference", MappingRow.Kind.REFERENCE,
          "setting", MappingRow.Kind.SETTING);

  static String nameOf(MappingRow.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static MappingEdit of(JsonBody input) {
    String action = input.text("action").orElse("");
    if (!action.matches("|change|add|remove")) {
      throw RequestRejectedException.of("edit.action", "value-unknown", action);
    }
    String kind = input.text("kind").orElse("value");
    if (!KINDS.containsKey(kind)) {
      throw RequestRejectedException.of("edit.kind", "value-unknown", kind);
    }
    long line = input.number("line").orElse(0L);
    MappingRow row =
        new MappingRow(
            (int) Math.max(0, Math.min(line, Integer.MAX_VALUE)),
            input.text("mapping").orElse(""),
            KINDS.get(kind),
            input.text("source").orElse(""),
            input.text("attribute").orElse(""),
            input.text("condition").orElse(""));
    return new MappingEdit(action, row);
  }

  /** The text with the change. */
  String applied(String text) {
    return switch (action) {
      case "change" -> new MappingTable(text).with(row);
      case "add" -> new MappingTable(text).withNew(row);
      case "remove" -> new MappingTable(text).without(row.line());
      default -> text;
    };
  }
}
