package org.oktasync.fakes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectType;

/** What somebody does in an Assets by hand, and what they see there. */
public final class AssetsHand {
  private final AssetsWorld world;
  private final String schemaId;

  public AssetsHand(InMemoryAssets assets) {
    this.world = assets.world();
    this.schemaId = assets.schemaId();
  }

  private ObjectType type(String name) {
    return world.schema(schemaId).type(name).orElseThrow();
  }

  /** Makes an object with texts for values; answers its id. */
  public String put(String type, Map<String, String> texts) {
    Map<String, List<AttributeValue>> values = new TreeMap<>();
    texts.forEach((name, text) -> values.put(name, List.of(AttributeValue.of(text))));
    return world.add(type(type).id(), values).id();
  }

  /** Gives an attribute another text; an empty one clears it. */
  public void edit(String id, String attribute, String text) {
    world.change(
        id, Map.of(attribute, text.isEmpty() ? List.of() : List.of(AttributeValue.of(text))));
  }

  /** Deletes an object. */
  public void delete(String id) {
    world.delete(id);
  }

  /** Archives an object. */
  public void archive(String id) {
    world.archived.add(id);
  }

  /** The id of the one object of a type that has a text somewhere. */
  public String id(String type, String attribute, String text) {
    List<String> ids =
        world.objects.values().stream()
            .filter(object -> object.typeId().equals(type(type).id()))
            .filter(
                object ->
                    object.values(attribute).stream().anyMatch(value -> value.text().equals(text)))
            .map(AssetsObject::id)
            .toList();
    if (ids.size() != 1) {
      throw new AssertionError(ids.size() + " objects have " + attribute + " " + text);
    }
    return ids.get(0);
  }

  /** The objects of a type, archived ones too, as a line each, in alphabetical order. */
  public List<String> lines(String type) {
    return world.objects.values().stream()
        .filter(object -> object.typeId().equals(type(type).id()))
        .map(this::line)
        .sorted()
        .toList();
  }

  /** All objects, as text without numbers. */
  public String text() {
    return world.schema(schemaId).types().stream()
        .flatMap(type -> lines(type.name()).stream().map(line -> type.name() + " " + line))
        .collect(Collectors.joining("\n"));
  }

  private String line(AssetsObject object) {
    Map<String, String> texts = new TreeMap<>();
    object
        .values()
        .forEach(
            (name, values) ->
                texts.put(
                    name,
                    values.stream().map(this::shown).sorted().collect(Collectors.joining(";"))));
    texts.values().removeIf(String::isEmpty);
    return texts + (world.isArchived(object.id()) ? " archived" : "");
  }

  /** References by what the other object is called now. */
  private String shown(AttributeValue value) {
    AssetsObject other = world.objects.get(value.reference());
    return other == null ? value.text() : other.label();
  }
}
