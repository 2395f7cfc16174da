package org.oktasync.mapping.assets;

import java.util.Optional;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Which object type each mapping fills, and which one its references lead to. */
public interface TypeNames {
  /** The name of the type that a mapping fills. */
  String typeOf(ObjectMapping mapping);

  /** The name of the type that a reference leads to, if that is known. */
  Optional<String> referredType(ObjectMapping from, ReferenceRule rule);

  /**
   * Without a schema: types are called as headings are, and a reference leads to the type that its
   * attribute is called after.
   *
   * @param people the type of the mapping without a heading
   */
  static TypeNames byHeading(String people) {
    return new TypeNames() {
      @Override
      public String typeOf(ObjectMapping mapping) {
        return mapping.name().isEmpty() ? people : mapping.name();
      }

      @Override
      public Optional<String> referredType(ObjectMapping from, ReferenceRule rule) {
        return Optional.of(rule.attribute());
      }
    };
  }

  /**
   * By a schema: types are called as they are now, and a reference leads to the type that its
   * attribute says.
   *
   * @param people the type of the mapping without a heading
   */
  static TypeNames of(ObjectSchema schema, String people) {
    TypeNames byHeading = byHeading(people);
    return new TypeNames() {
      @Override
      public String typeOf(ObjectMapping mapping) {
        return schema.nameNow(byHeading.typeOf(mapping));
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
