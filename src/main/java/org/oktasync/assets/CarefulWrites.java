package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Writes objects as asked, and, when Assets refuses that, in the other ways that public
 * descriptions of it know: without the characters that some releases refuse in names, and with
 * references by key in place of number.
 */
final class CarefulWrites {
  private static final int TRIALS = 3;

  private final ObjectWriter writer;
  private final UnaryOperator<String> keyOf;
  private final Map<String, String> keys = new HashMap<>();
  private boolean byKey;
  private int trialsLeft = TRIALS;
  private long renamed;

  /**
   * @param keyOf the key of the object with this id
   */
  CarefulWrites(ObjectWriter writer, UnaryOperator<String> keyOf) {
    this.writer = writer;
    this.keyOf = keyOf;
  }

  long renamed() {
    return renamed;
  }

  /**
   * Sends a body for these values.
   *
   * @param send throws when Assets refuses it
   * @return what it answers
   */
  JsonNode write(
      ObjectType type,
      Map<String, List<AttributeValue>> values,
      Function<ObjectNode, JsonNode> send) {
    try {
      return referring(type, values, send);
    } catch (TargetException e) {
      Optional<Map<String, List<AttributeValue>>> other = renamed(type, values);
      if (e.kind() != Kind.INVALID || other.isEmpty()) {
        throw told(e, type);
      }
      return again(type, other.get(), send, e);
    }
  }

  private JsonNode again(
      ObjectType type,
      Map<String, List<AttributeValue>> values,
      Function<ObjectNode, JsonNode> send,
      TargetException first) {
    try {
      JsonNode answer = referring(type, values, send);
      renamed++;
      return answer;
    } catch (TargetException e) {
      throw told(e.kind() == Kind.INVALID ? first : e, type);
    }
  }

  /** The values with a name that every release takes, when that differs. */
  private static Optional<Map<String, List<AttributeValue>>> renamed(
      ObjectType type, Map<String, List<AttributeValue>> values) {
    Map<String, List<AttributeValue>> other = new LinkedHashMap<>(values);
    other.replaceAll((name, several) -> isName(type, name) ? accepted(several) : several);
    return other.equals(values) ? Optional.empty() : Optional.of(other);
  }

  private static boolean isName(ObjectType type, String attribute) {
    return type.attribute(attribute)
        .filter(found -> found.label() && !found.unique())
        .filter(found -> found.type() == AttributeType.TEXT)
        .isPresent();
  }

  private static List<AttributeValue> accepted(List<AttributeValue> names) {
    return names.stream()
        .map(name -> AttributeValue.of(ObjectName.accepted(name.text())))
        .filter(name -> !name.text().isEmpty())
        .toList();
  }

  private JsonNode referring(
      ObjectType type,
      Map<String, List<AttributeValue>> values,
      Function<ObjectNode, JsonNode> send) {
    boolean refers = values.keySet().stream().anyMatch(name -> isReference(type, values, name));
    try {
      JsonNode answer = send.apply(writer.body(type, values, byKey ? this::key : id -> id));
      trialsLeft = refers ? 0 : trialsLeft;
      return answer;
    } catch (TargetException e) {
      if (e.kind() != Kind.INVALID || !refers || byKey || trialsLeft == 0) {
        throw e;
      }
      trialsLeft--;
    }
    JsonNode answer = send.apply(writer.body(type, values, this::key));
    byKey = true;
    return answer;
  }

  private static boolean isReference(
      ObjectType type, Map<String, List<AttributeValue>> values, String name) {
    return !values.get(name).isEmpty()
        && type.attribute(name)
            .map(ObjectAttribute::type)
            .filter(found -> found == AttributeType.REFERENCE)
            .isPresent();
  }

  private String key(String id) {
    return keys.computeIfAbsent(id, keyOf);
  }

  /** Assets names attributes by number; people know them by name. */
  private static TargetException told(TargetException e, ObjectType type) {
    List<String> arguments = e.problem().arguments();
    List<String> named = arguments.stream().map(text -> named(text, type)).toList();
    return named.equals(arguments)
        ? e
        : new TargetException(e.kind(), new Message(e.problem().code(), named), e);
  }

  private static String named(String text, ObjectType type) {
    String named = text;
    for (ObjectAttribute attribute : type.attributes()) {
      named =
          named.replaceAll(
              "\\brlabs-insight-attribute-" + attribute.id() + "\\b",
              java.util.regex.Matcher.quoteReplacement(attribute.name()));
    }
    return named;
  }
}
