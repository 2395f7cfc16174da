package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * Schemas for tests; a type's id is its name, a label {@code Name} and the key come by themselves.
 */
final class Schemas {
  private Schemas() {}

  static ObjectSchema of(ObjectType... types) {
    return new ObjectSchema("1", "OKT", "Okta", List.of(types));
  }

  static ObjectType type(String name, ObjectAttribute... attributes) {
    List<ObjectAttribute> all = new ArrayList<>();
    all.add(
        new ObjectAttribute(
            "k", "Key", AttributeType.TEXT, false, false, 0, 1, true, "", List.of()));
    all.add(
        new ObjectAttribute(
            "n", "Name", AttributeType.TEXT, true, true, 0, 1, false, "", List.of()));
    all.addAll(Arrays.asList(attributes));
    return new ObjectType(name, name, all);
  }

  static ObjectAttribute attribute(String name, AttributeType type) {
    return new ObjectAttribute(name, name, type, true, false, 0, 1, false, "", List.of());
  }

  static ObjectAttribute required(String name) {
    return new ObjectAttribute(
        name, name, AttributeType.TEXT, true, false, 1, 1, false, "", List.of());
  }

  /** A reference of any number of values. */
  static ObjectAttribute reference(String name, String type) {
    return new ObjectAttribute(
        name,
        name,
        AttributeType.REFERENCE,
        true,
        false,
        0,
        ObjectAttribute.UNLIMITED,
        false,
        type,
        List.of());
  }
}
