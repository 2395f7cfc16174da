package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Makes schemas for tests: types by name, attributes by name and kind. */
public final class AssetsSchemas {
  private final Map<String, List<ObjectAttribute>> types = new LinkedHashMap<>();
  private int last;

  /** A type, whose attributes follow; the first one of kind text is what objects are called by. */
  public AssetsSchemas type(String name) {
    types.put(name, new ArrayList<>());
    return this;
  }

  /** A text of one line for each name. */
  public AssetsSchemas text(String... names) {
    for (String name : names) {
      add(name, AttributeType.TEXT, 1, "");
    }
    return this;
  }

  /** An attribute that takes one value. */
  public AssetsSchemas one(String name, AttributeType type) {
    return add(name, type, 1, "");
  }

  /** A reference to one object of a type, by the type's name. */
  public AssetsSchemas reference(String name, String type) {
    return add(name, AttributeType.REFERENCE, 1, "type " + type);
  }

  /** A reference to any number of objects of a type, by the type's name. */
  public AssetsSchemas references(String name, String type) {
    return add(name, AttributeType.REFERENCE, ObjectAttribute.UNLIMITED, "type " + type);
  }

  private AssetsSchemas add(String name, AttributeType type, int maximum, String target) {
    List<ObjectAttribute> attributes = lastType();
    boolean label = type == AttributeType.TEXT && attributes.stream().noneMatch(a -> a.label());
    attributes.add(
        new ObjectAttribute(
            "a" + ++last, name, type, true, label, 0, maximum, false, target, List.of()));
    return this;
  }

  private List<ObjectAttribute> lastType() {
    return new ArrayList<>(types.values()).get(types.size() - 1);
  }

  /** The schema. */
  public ObjectSchema schema() {
    List<ObjectType> all = new ArrayList<>();
    types.forEach((name, attributes) -> all.add(new ObjectType("type " + name, name, attributes)));
    return new ObjectSchema("1", "OKT", "Okta", all);
  }
}
