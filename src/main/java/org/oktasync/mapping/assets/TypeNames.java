package org.oktasync.mapping.assets;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Which object type each mapping fills, and which one its references lead to. */
public interface TypeNames {
  /** The name of the type that a mapping without a heading fills unless the settings say so. */
  String PEOPLE = "Users";

  /** The name of the type that a mapping fills. */
  String typeOf(ObjectMapping mapping);

  /** The name of the type that a reference leads to, if that is known. */
  Optional<String> referredType(ObjectMapping from, ReferenceRule rule);

  /**
   * Without a schema: types are called as headings are, and a reference leads to the type that its
   * attribute is called after.
   *
   * @param chosen the types that the settings name, by heading; the rest follow the rule
   */
  static TypeNames byHeading(Map<String, String> chosen) {
    Map<String, String> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    types.put("", PEOPLE);
    types.putAll(chosen);
    return new TypeNames() {
      @Override
      public String typeOf(ObjectMapping mapping) {
        return types.getOrDefault(mapping.name(), mapping.name());
      }

      @Override
      public Optional<String> referredType(ObjectMapping from, ReferenceRule rule) {
        return Optional.of(types.getOrDefault(rule.attribute(), rule.attribute()));
      }
    };
  }

  /**
   * By a schema: a reference leads to the type that its attribute says.
   *
   * @param chosen the types that the settings name, by heading
   */
  static TypeNames of(ObjectSchema schema, Map<String, String> chosen) {
    TypeNames byHeading = byHeading(chosen);
    return new TypeNames() {
      @Override
      public String typeOf(ObjectMapping mapping) {
        return byHeading.typeOf(mapping);
      }

      @Override
      public Optional<String> referredType(ObjectMapping from, ReferenceRule rule) {
        Optional<ObjectAttribute> attribute =
            schema.type(typeOf(from)).flatMap(type -> type.attribute(rule.attribute()));
        return attribute.isEmpty()
            ? byHeading.referredType(from, rule)
            : schema.typeById(attribute.get().referencedTypeId()).map(ObjectType::name);
      }
    };
  }
}
