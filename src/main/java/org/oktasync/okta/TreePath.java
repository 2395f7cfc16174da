package org.oktasync.okta;

import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.SourceValue;

/** Looks into objects that were read whole. */
final class TreePath {
  private TreePath() {}

  /** The value at a dotted path; null when there is none. */
  static SourceValue at(SourceValue.Fields object, String path) {
    SourceValue value = object;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof SourceValue.Fields fields ? fields.values().get(name) : null;
    }
    return value;
  }

  /** The text at a dotted path; empty when there is none. */
  static String text(SourceValue.Fields object, String path) {
    SourceValue value = at(object, path);
    return value == null ? "" : value.text();
  }

  /** The flag at a dotted path; false when there is none. */
  static boolean flag(SourceValue.Fields object, String path) {
    return at(object, path) instanceof SourceValue.Flag flag && flag.value();
  }

  /** The whole number at a dotted path; -1 when there is none that makes sense as a count. */
  static long count(SourceValue.Fields object, String path) {
    return at(object, path) instanceof SourceValue.Number number && number.value().signum() >= 0
        ? number.value().longValue()
        : -1;
  }

  /** The fields at a dotted path; none when there is no object. */
  static Map<String, SourceValue> fields(SourceValue.Fields object, String path) {
    return at(object, path) instanceof SourceValue.Fields fields ? fields.values() : Map.of();
  }

  /** The object's field {@code id}, if it is a text or a number; empty when it is not. */
  static String id(SourceValue.Fields object) {
    SourceValue id = object.values().get("id");
    return id instanceof SourceValue.Text || id instanceof SourceValue.Number ? id.text() : "";
  }

  /** A text that two objects share only if they are equal. */
  static String canonical(SourceValue value) {
    if (value instanceof SourceValue.Fields fields) {
      StringBuilder text = new StringBuilder("{");
      new TreeMap<>(fields.values())
          .forEach((name, inner) -> text.append(quoted(name)).append(':').append(canonical(inner)));
      return text.append('}').toString();
    } else if (value instanceof SourceValue.Items items) {
      StringBuilder text = new StringBuilder("[");
      items.values().forEach(item -> text.append(canonical(item)));
      return text.append(']').toString();
    }
    return quoted(value.getClass().getSimpleName() + value.text());
  }

  private static String quoted(String text) {
    return text.length() + "'" + text;
  }
}
