package org.oktasync.devkit.host.assets;

import java.util.Arrays;
import java.util.Optional;

/** What the values of an attribute are. The numbers are those of Assets. */
enum ValueKind {
  TEXT(0, 0, "Text"),
  INTEGER(0, 1, "Integer"),
  BOOLEAN(0, 2, "Boolean"),
  DOUBLE(0, 3, "Float"),
  DATE(0, 4, "Date"),
  TIME(0, 5, "Time"),
  DATE_TIME(0, 6, "DateTime"),
  URL(0, 7, "URL"),
  EMAIL(0, 8, "Email"),
  TEXTAREA(0, 9, "Textarea"),
  SELECT(0, 10, "Select"),
  IP_ADDRESS(0, 11, "IP Address"),
  REFERENCE(1, -1, null),
  USER(2, -1, null),
  GROUP(4, -1, null),
  STATUS(7, -1, null);

  final int type;
  final int defaultType;

  /** The name of the default type; null for other types. */
  final String title;

  ValueKind(int type, int defaultType, String title) {
    this.type = type;
    this.defaultType = defaultType;
    this.title = title;
  }

  /** Whether values are ordered by a number. */
  boolean isNumeric() {
    return switch (this) {
      case INTEGER, DOUBLE, DATE, TIME, DATE_TIME -> true;
      default -> false;
    };
  }

  /** The kind of these numbers; the default type counts for type 0 alone. */
  static Optional<ValueKind> of(int type, int defaultType) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == type && (type != 0 || kind.defaultType == defaultType))
        .findFirst();
  }
}
