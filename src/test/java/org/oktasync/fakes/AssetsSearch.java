package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;

/** Finds objects by conditions of Assets' query language. */
final class AssetsSearch {
  private final AssetsWorld world;

  AssetsSearch(AssetsWorld world) {
    this.world = world;
  }

  /** The objects of a type for which a condition of Assets' query language holds. */
  List<AssetsObject> of(String typeId, String aql) {
    List<AssetsObject> of =
        world.objects.values().stream()
            .filter(object -> typeId.isEmpty() || object.typeId().equals(typeId))
            .toList();
    AqlCondition.holds(
        aql, (attribute, value) -> false, (attribute, value) -> false, inner -> false);
    return of.stream()
        .filter(object -> !world.archived.contains(object.id()))
        .filter(object -> holds(object, aql))
        .map(world::shown)
        .toList();
  }

  private boolean holds(AssetsObject object, String aql) {
    return AqlCondition.holds(
        aql,
        (attribute, value) ->
            texts(object, attribute).contains(comparable(object.typeId(), attribute, value)),
        (attribute, value) -> texts(object, attribute).stream().anyMatch(t -> t.contains(value)),
        inner -> referred(object).anyMatch(other -> holds(other, inner)));
  }

  /** What an object refers to, archived objects apart. */
  private Stream<AssetsObject> referred(AssetsObject object) {
    return object.values().values().stream()
        .flatMap(List::stream)
        .map(AttributeValue::reference)
        .filter(id -> world.objects.containsKey(id) && !world.archived.contains(id))
        .map(world.objects::get);
  }

  /** What an attribute is compared by: texts, labels and keys of other world.objects. */
  private List<String> texts(AssetsObject object, String attribute) {
    if (attribute.equalsIgnoreCase("objectTypeId")) {
      return List.of(object.typeId());
    } else if (attribute.equalsIgnoreCase("objectId")) {
      return List.of(object.id());
    } else if (attribute.equalsIgnoreCase("Key") || attribute.equalsIgnoreCase("objectKey")) {
      return List.of(object.objectKey().toLowerCase());
    } else if (world.types.get(object.typeId()).attribute(attribute).isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (AttributeValue value : object.values(attribute)) {
      texts.add(comparable(object.typeId(), attribute, value.text()));
      world.find(value.reference()).ifPresent(other -> texts.add(other.objectKey().toLowerCase()));
    }
    return texts;
  }

  /** Numbers are compared as numbers, and with nothing else. */
  private String comparable(String typeId, String attribute, String text) {
    if (!world.isNumber(typeId, attribute)) {
      return text.toLowerCase();
    }
    try {
      boolean whole =
          world.types.get(typeId).attribute(attribute).orElseThrow().type()
              == AttributeType.INTEGER;
      return String.valueOf(whole ? Integer.parseInt(text) : Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw AssetsRefusal.invalid(attribute + " is not compared with " + text);
    }
  }
}
