package org.oktasync.plan.assets;

import java.util.Optional;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;

/** A line of the mapping together with the attribute of the schema that it fills. */
public sealed interface BoundRule {
  /** The attribute. */
  ObjectAttribute attribute();

  /** The name of the attribute as the mapping writes it. */
  String mapped();

  /** Values stand in the attribute as they are, people of Jira by their user name. */
  record Value(ObjectAttribute attribute, String mapped) implements BoundRule {}

  /**
   * Values lead to other objects.
   *
   * @param target the type that the attribute refers to
   * @param condition how an object of it is found by a value
   */
  record Reference(
      ObjectAttribute attribute, String mapped, ObjectType target, AqlTemplate condition)
      implements BoundRule {
    /** The attribute that the value is compared with, when the condition is a plain equality. */
    public Optional<ObjectAttribute> by() {
      return condition.equalityAttribute().flatMap(target::attribute);
    }

    /**
     * A value as it is looked for, in the one spelling that the attribute has for it; empty when
     * the attribute never holds it.
     */
    public Optional<String> fitted(String value) {
      Optional<ObjectAttribute> by = by();
      return by.isEmpty() ? Optional.of(value) : TypedValue.of(by.get(), value);
    }
  }
}
