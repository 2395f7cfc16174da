package org.oktasync.model;

import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a source object by dotted path, for example {@code profile.email}. A path that
 * is absent has no value; that is never an error.
 *
 * @param values path to value; null values are not allowed
 */
public record SourceRecord(Map<String, SourceValue> values) {
  public SourceRecord {
    values = Map.copyOf(values);
  }

  /** The value at a path, if the source has one. */
  public Optional<SourceValue> get(String path) {
    return Optional.ofNullable(values.get(path));
  }

  /** The text at a path; empty when there is no value. */
  public String text(String path) {
    SourceValue value = values.get(path);
    return value == null ? "" : value.text();
  }
}
