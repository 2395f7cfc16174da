package org.oktasync.web.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON object that a request carries. Fields that nobody asks for are ignored; a field of a
 * wrong type is refused by name, and its value is never repeated, for it may be a secret.
 */
final class JsonBody {
  private static final ObjectReader READER =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode root;
  private final String prefix;

  private JsonBody(JsonNode root, String prefix) {
    this.root = root;
    this.prefix = prefix;
  }

  /**
   * Reads a body.
   *
   * @param text null and blank stand for an empty object
   * @throws RequestRejectedException when it is not one JSON object
   */
  static JsonBody read(String text) {
    JsonNode root = text == null || text.isBlank() ? JsonAnswer.object() : parse(text);
    if (!root.isObject()) {
      throw RequestRejectedException.of(null, "json-no-object");
    }
    return new JsonBody(root, "");
  }

  private static JsonNode parse(String text) {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes what it could not read, which may be a part of a secret.
      JsonLocation at = e.getLocation();
      int line = at == null ? 0 : at.getLineNr();
      int column = at == null ? 0 : at.getColumnNr();
      throw RequestRejectedException.of(null, "json-invalid", line, column);
    }
  }

  /** The object itself. */
  JsonNode json() {
    return root;
  }

  /** The object in a field; an empty one when there is none. */
  JsonBody object(String name) {
    JsonNode value = root.path(name);
    require(isAbsent(value) || value.isObject(), name, "object");
    return new JsonBody(isAbsent(value) ? JsonAnswer.object() : value, prefix + name + ".");
  }

  /** The text in a field; empty when there is none. */
  Optional<String> text(String name) {
    JsonNode value = root.path(name);
    require(isAbsent(value) || value.isTextual(), name, "text");
    return isAbsent(value) ? Optional.empty() : Optional.of(value.textValue());
  }

  /** The whole number in a field; empty when there is none. */
  Optional<Long> number(String name) {
    JsonNode value = root.path(name);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    require(isAbsent(value) || whole, name, "number");
    return isAbsent(value) ? Optional.empty() : Optional.of(value.longValue());
  }

  /** The yes or no in a field; empty when there is none. */
  Optional<Boolean> flag(String name) {
    JsonNode value = root.path(name);
    require(isAbsent(value) || value.isBoolean(), name, "boolean");
    return isAbsent(value) ? Optional.empty() : Optional.of(value.booleanValue());
  }

  /** The texts in a field, in order; none when there is no such field. */
  List<String> texts(String name) {
    JsonNode value = root.path(name);
    require(isAbsent(value) || value.isArray(), name, "array of texts");
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      require(item.isTextual(), name, "array of texts");
      texts.add(item.textValue());
    }
    return texts;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private void require(boolean fits, String name, String type) {
    if (!fits) {
      throw RequestRejectedException.of(prefix + name, "wrong-type", type);
    }
  }
}
