package org.oktasync.fakes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;

/** What values an Assets in memory takes. */
final class ValueCheck {
  private static final int LONGEST = 255;

  private final AssetsWorld world;

  ValueCheck(AssetsWorld world) {
    this.world = world;
  }

  /** The values as they are stored; all of an object's. */
  Map<String, List<AttributeValue>> values(
      String id, ObjectType type, Map<String, List<AttributeValue>> given) {
    Map<String, List<AttributeValue>> stored = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.forEach(
        (name, several) ->
            type.attribute(name)
                .ifPresentOrElse(
                    attribute -> put(stored, attribute, values(attribute, several)),
                    () -> {
                      throw AssetsRefusal.invalid(name + " is no attribute of " + type.name());
                    }));
    type.attributes().stream()
        .filter(ObjectAttribute::editable)
        .forEach(attribute -> whole(id, type, attribute, stored));
    return stored;
  }

  private static void put(
      Map<String, List<AttributeValue>> stored,
      ObjectAttribute attribute,
      List<AttributeValue> values) {
    if (!values.isEmpty()) {
      stored.put(attribute.name(), values);
    }
  }

  private void whole(
      String id,
      ObjectType type,
      ObjectAttribute attribute,
      Map<String, List<AttributeValue>> stored) {
    List<AttributeValue> values = stored.getOrDefault(attribute.name(), List.of());
    if (values.size() < attribute.minimum()) {
      throw AssetsRefusal.invalid(attribute.name() + " needs a value");
    } else if (attribute.unique() && values.stream().anyMatch(v -> taken(id, type, attribute, v))) {
      throw AssetsRefusal.taken(attribute.name() + " must be unique");
    }
  }

  private boolean taken(
      String id, ObjectType type, ObjectAttribute attribute, AttributeValue value) {
    for (AssetsObject other : world.objects.values()) {
      boolean same =
          other.values(attribute.name()).stream()
              .anyMatch(text -> text.text().equalsIgnoreCase(value.text()));
      if (same && other.typeId().equals(type.id()) && !other.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private List<AttributeValue> values(ObjectAttribute attribute, List<AttributeValue> several) {
    if (!attribute.editable()) {
      throw AssetsRefusal.invalid(attribute.name() + " is not editable");
    } else if (several.size() > 1 && !attribute.takesSeveral()) {
      throw AssetsRefusal.invalid(attribute.name() + " takes one value");
    }
    List<AttributeValue> stored = new ArrayList<>();
    for (AttributeValue value : several) {
      AttributeValue read = value(attribute, value);
      if (!stored.contains(read)) {
        stored.add(read);
      }
    }
    return stored;
  }

  private AttributeValue value(ObjectAttribute attribute, AttributeValue value) {
    String text = value.text();
    String given = value.reference().isEmpty() ? text : value.reference();
    try {
      return switch (attribute.type()) {
        case TEXT -> text(attribute, text);
        case INTEGER -> plain(String.valueOf(Integer.parseInt(text)));
        case DOUBLE -> plain(number(text));
        case BOOLEAN -> plain(oneOf(List.of("true", "false"), text.toLowerCase()));
        case DATE -> plain(LocalDate.parse(text).toString());
        case DATE_TIME -> plain(OffsetDateTime.parse(text).toInstant().toString());
        case EMAIL -> plain(matching("[^\\s@]+@[^\\s@]+\\.[^\\s@]+", text));
        case URL -> plain(matching("[a-z]+://\\S+", text));
        case SELECT -> plain(oneOf(attribute.options(), text));
        case REFERENCE -> reference(attribute, given);
        case USER -> user(given);
        case STATUS -> status(given);
        default -> plain(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw AssetsRefusal.invalid(attribute.name() + " does not take " + text);
    }
  }

  private static AttributeValue plain(String text) {
    return AttributeValue.of(text);
  }

  private static String number(String text) {
    double number = Double.parseDouble(text);
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private AttributeValue text(ObjectAttribute attribute, String text) {
    if (text.length() > LONGEST) {
      throw AssetsRefusal.invalid("too long");
    } else if (!world.takes(attribute, text)) {
      throw AssetsRefusal.invalid(attribute.name() + " must match a pattern");
    } else if (attribute.label() && world.strictNames() && text.matches("(?s).*[=;:?.\"].*")) {
      throw AssetsRefusal.invalid("reserved characters");
    }
    return plain(text);
  }

  private static String oneOf(List<String> options, String text) {
    if (!options.contains(text)) {
      throw AssetsRefusal.invalid(text + " is none of " + options);
    }
    return text;
  }

  private static String matching(String pattern, String text) {
    if (!text.matches(pattern)) {
      throw AssetsRefusal.invalid(text + " is not what it should be");
    }
    return text;
  }

  private AttributeValue reference(ObjectAttribute attribute, String idOrKey) {
    Optional<AssetsObject> other =
        world
            .find(idOrKey)
            .filter(object -> object.typeId().equals(attribute.referencedTypeId()))
            .filter(object -> !world.isArchived(object.id()));
    return other
        .map(object -> new AttributeValue(object.label(), object.id()))
        .orElseThrow(() -> AssetsRefusal.invalid("no object " + idOrKey));
  }

  private AttributeValue user(String keyOrName) {
    for (var person : world.people.entrySet()) {
      if (person.getValue().equals(keyOrName) || person.getKey().equalsIgnoreCase(keyOrName)) {
        return new AttributeValue(person.getKey(), person.getValue());
      }
    }
    throw AssetsRefusal.invalid("no user " + keyOrName);
  }

  /** Statuses have their name as their id here. */
  private AttributeValue status(String name) {
    return world.schemas.values().stream()
        .flatMap(schema -> schema.statuses().stream())
        .filter(status -> status.equalsIgnoreCase(name))
        .findFirst()
        .map(status -> new AttributeValue(status, status))
        .orElseThrow(() -> AssetsRefusal.invalid("no status " + name));
  }
}
