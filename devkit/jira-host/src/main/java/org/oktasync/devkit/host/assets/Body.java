package org.oktasync.devkit.host.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a call brought, read as Jira's REST layer reads it: numbers and flags may be texts, and a
 * text where a number is expected is refused.
 */
final class Body {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode node;

  private Body(JsonNode node) {
    this.node = node;
  }

  /** Reads an object or a list. */
  static Body read(InputStream stream) throws IOException {
    try {
      JsonNode node = JSON.readTree(stream);
      if (!node.isContainerNode()) {
        throw Refusal.bad("The call needs a JSON body");
      }
      return new Body(node);
    } catch (JsonProcessingException e) {
      throw Refusal.bad("The body is no JSON: " + e.getOriginalMessage());
    }
  }

  /** Refuses fields that the call does not know. */
  Body only(String... fields) {
    Set<String> known = Set.of(fields);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw Refusal.bad("Unrecognized field " + name);
              }
            });
    return this;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A text, possibly of a number; the default when it is absent. */
  String text(String name, String absent) {
    JsonNode value = node.path(name);
    if (value.isContainerNode()) {
      throw Refusal.bad(name + " is a text");
    }
    return has(name) ? value.asText() : absent;
  }

  /** A text that must be there and not blank, without blanks at its ends. */
  String required(String name) {
    String text = text(name, "").strip();
    if (text.isEmpty()) {
      throw Refusal.field(name, name + " is required");
    }
    return text;
  }

  /** A whole number; the default, possibly null, when it is absent. */
  Integer number(String name, Integer absent) {
    if (!has(name)) {
      return absent;
    }
    return number(name, node.get(name));
  }

  /** A whole number that must be there. */
  int number(String name) {
    if (!has(name)) {
      throw Refusal.field(name, name + " is required");
    }
    return number(name, node.get(name));
  }

  private static int number(String name, JsonNode value) {
    if (value.isInt() || value.asText().matches("-?\\d{1,9}")) {
      return value.asInt();
    }
    throw Refusal.bad(name + " is a whole number, not " + value);
  }

  /** A flag; the default when it is absent. */
  boolean flag(String name, boolean absent) {
    String text = text(name, Boolean.toString(absent));
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw Refusal.bad(name + " is true or false, not " + text);
    }
    return Boolean.parseBoolean(text);
  }

  /** A list of texts; empty when it is absent. */
  List<String> texts(String name) {
    return texts(name, node.path(name));
  }

  /** The body itself as a list of texts. */
  List<String> texts() {
    return texts("The body", node);
  }

  private static List<String> texts(String name, JsonNode list) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw Refusal.bad(name + " is a list");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  /** An object within; an empty one when it is absent. */
  Body within(String name) {
    JsonNode value = node.path(name);
    if (has(name) && !value.isObject()) {
      throw Refusal.bad(name + " is an object");
    }
    return new Body(value.isObject() ? value : JSON.createObjectNode());
  }

  /** A list of objects within that must be there. */
  List<Body> list(String name) {
    if (!node.path(name).isArray()) {
      throw Refusal.bad(name + " is a list and required");
    }
    List<Body> bodies = new ArrayList<>();
    node.path(name).forEach(entry -> bodies.add(new Body(entry)));
    return bodies;
  }
}
