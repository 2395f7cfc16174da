package org.oktasync.devkit.oktaorg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON to and from plain maps, lists and values. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a plain value: " + value, e);
    }
  }

  /**
   * A JSON object.
   *
   * @throws OktaError E0000003 if the text is none
   */
  static Map<String, Object> object(String text) {
    try {
      return MAPPER.readValue(text, OBJECT);
    } catch (JsonProcessingException e) {
      throw new OktaError(400, "E0000003", "The request body was not well-formed.");
    }
  }

  /**
   * A JSON array of changes.
   *
   * @throws OktaError E0000003 if the text is none
   */
  static List<Change> changes(String text) {
    try {
      return MAPPER.readValue(text, CHANGES);
    } catch (JsonProcessingException e) {
      throw new OktaError(400, "E0000003", "Not a history: " + e.getOriginalMessage());
    }
  }

  /** A resource beside this class. */
  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Json.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
