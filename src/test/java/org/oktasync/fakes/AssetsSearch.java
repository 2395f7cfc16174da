package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
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
    AqlCondition.holds(aql, (attribute, value) -> false, (attribute, value) -> false);
    return of.stream()
        .filter(object -> !world.archived.contains(object.id()))
        .filter(
            object ->
                AqlCondition.holds(
                    aql,
                    (attribute, value) ->
                        texts(object, attribute)
                            .contains(comparable(object.typeId(), attribute, value)),
                    (attribute, value) ->
                        texts(object, attribute).stream().anyMatch(t -> t.contains(value))))
        .map(world::shown)
        .toList();
  }

  /** What an attribute is compared by: texts, labels and keys of other world.objects. */
  private List<String> texts(AssetsObject object, String attribute) {
    if (attribute.equalsIgnoreCase("objectTypeId")) {
      return List.of(object.typeId());
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
