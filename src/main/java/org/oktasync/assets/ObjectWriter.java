package org.oktasync.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Writes values of objects as Assets' requests carry them. */
final class ObjectWriter {
  private final Statuses statuses;

  ObjectWriter(Statuses statuses) {
    this.statuses = statuses;
  }

  /**
   * The body of a request.
   *
   * @param references gives the name by which Assets is told of another object, from its id
   * @throws TargetException {@code INVALID} when the type has no such attribute
   */
  ObjectNode body(
      ObjectType type, Map<String, List<AttributeValue>> values, UnaryOperator<String> references) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("objectTypeId", Ids.sent(type.id()));
    ArrayNode attributes = body.putArray("attributes");
    values.forEach(
        (name, several) -> {
          ObjectAttribute attribute = attribute(type, name);
          ObjectNode written = attributes.addObject();
          written.set("objectTypeAttributeId", Ids.sent(attribute.id()));
          ArrayNode list = written.putArray("objectAttributeValues");
          several.forEach(
              value -> list.addObject().put("value", text(attribute, value, references)));
        });
    return body;
  }

  private static ObjectAttribute attribute(ObjectType type, String name) {
    return type.attribute(name)
        .orElseThrow(
            () ->
                new TargetException(
                    Kind.INVALID, Message.of("assets-attribute-gone", name, type.name()), null));
  }

  private String text(
      ObjectAttribute attribute, AttributeValue value, UnaryOperator<String> references) {
    if (attribute.type() == AttributeType.REFERENCE && !value.reference().isEmpty()) {
      return references.apply(value.reference());
    } else if (attribute.type() == AttributeType.STATUS && value.reference().isEmpty()) {
      return statuses.id(value.text()).orElse(value.text());
    }
    return value.reference().isEmpty() ? value.text() : value.reference();
  }
}
