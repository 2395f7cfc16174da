package org.oktasync.ao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Values that are stored as JSON and never queried. The text is pure ASCII, so that no database's
 * character set gets in the way.
 */
final class JsonColumn {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The text of a value; null for null. */
  String write(Object value) {
    try {
      return value == null ? null : mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value has no JSON form: " + e.getOriginalMessage(), e);
    }
  }

  /** The value of a text; null for null. */
  <T> T read(String json, TypeReference<T> type) {
    try {
      return json == null || json.isEmpty() ? null : mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a stored value is damaged or of a newer version: " + e.getOriginalMessage(), e);
    }
  }
}
