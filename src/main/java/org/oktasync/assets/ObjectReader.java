package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectType;

/** Reads objects of one type from the JSON of Assets. */
final class ObjectReader {
  private final ObjectType type;
  private final Map<String, String> namesById = new HashMap<>();

  ObjectReader(ObjectType type) {
    this.type = type;
    type.attributes().forEach(attribute -> namesById.put(attribute.id(), attribute.name()));
  }

  AssetsObject read(JsonNode entry) {
    Map<String, List<AttributeValue>> values = new HashMap<>();
    for (JsonNode attribute : entry.path("attributes")) {
      String name = nameOf(attribute);
      List<AttributeValue> several = values(attribute.path("objectAttributeValues"));
      if (!name.isEmpty() && !several.isEmpty()) {
        values.put(name, several);
      }
    }
    return new AssetsObject(
        Ids.of(entry, "id"), entry.path("objectKey").asText(), type.id(), label(entry), values);
  }

  /** Whether an entry is no longer among the objects in use. */
  static boolean isArchived(JsonNode entry) {
    return Ids.flag(entry, "archived", false);
  }

  /** The definition may be left out, or its number stand in it alone. */
  private String nameOf(JsonNode attribute) {
    String direct = Ids.of(attribute, "objectTypeAttributeId");
    JsonNode definition = attribute.path("objectTypeAttribute");
    String id = direct.isEmpty() ? Ids.of(definition, "id") : direct;
    return namesById.getOrDefault(id, definition.path("name").asText(""));
  }

  private static List<AttributeValue> values(JsonNode several) {
    List<AttributeValue> values = new ArrayList<>();
    for (JsonNode value : several) {
      AttributeValue read = value(value);
      if (!read.text().isEmpty() || !read.reference().isEmpty()) {
        values.add(read);
      }
    }
    return values;
  }

  private static AttributeValue value(JsonNode value) {
    JsonNode object = value.path("referencedObject");
    JsonNode user = value.path("user");
    JsonNode status = value.path("status");
    if (object.isObject()) {
      return new AttributeValue(label(object), Ids.of(object, "id"));
    } else if (user.isObject()) {
      return user(user, value);
    } else if (status.isObject()) {
      return new AttributeValue(status.path("name").asText(), Ids.of(status, "id"));
    }
    return AttributeValue.of(plain(value));
  }

  private static AttributeValue user(JsonNode user, JsonNode value) {
    String key = Ids.of(user, "key");
    String name = Ids.of(user, "name");
    String either = key.isEmpty() ? plain(value) : key;
    return new AttributeValue(name.isEmpty() ? either : name, either.isEmpty() ? name : either);
  }

  private static String plain(JsonNode value) {
    for (String field : List.of("value", "displayValue", "searchValue")) {
      JsonNode found = value.path(field);
      if (found.isValueNode() && !found.isNull()) {
        return found.asText();
      } else if (found.isContainerNode()) {
        return found.toString();
      }
    }
    return "";
  }

  private static String label(JsonNode object) {
    String label = object.path("label").asText("");
    return label.isEmpty() ? object.path("name").asText("") : label;
  }
}
