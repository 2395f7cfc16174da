package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.mapping.assets.AttributeRule;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.ReferenceRule;
import org.oktasync.mapping.assets.SchemaBinding;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * What a mapping says about one type, as far as the schema has what it speaks of.
 *
 * @param type the type
 * @param mapping its mapping, fitted to the schema
 * @param key the attribute that tells one object from another
 * @param rules all attributes that are kept, the key first
 */
public record TypeRules(
    ObjectType type, ObjectMapping mapping, ObjectAttribute key, List<BoundRule> rules) {
  private static final Set<AttributeType> NO_KEY =
      EnumSet.of(
          AttributeType.REFERENCE, AttributeType.USER, AttributeType.STATUS, AttributeType.OTHER);

  public TypeRules {
    rules = List.copyOf(rules);
  }

  /**
   * Fits a mapping to a type.
   *
   * @param problems takes what the schema lacks; such lines are left out
   * @return empty when the schema lacks the key
   */
  public static Optional<TypeRules> of(
      ObjectSchema schema, ObjectType type, ObjectMapping mapping, ProblemCount problems) {
    ObjectMapping bound = new SchemaBinding(schema).bind(mapping, type);
    Binding binding = new Binding(schema, type, problems);
    Optional<ObjectAttribute> key = binding.named(bound.key().attribute());
    if (key.isEmpty() || !key.get().editable() || NO_KEY.contains(key.get().type())) {
      problems.add("assets-key-unusable", type.name(), bound.key().attribute(), "");
      return Optional.empty();
    }
    List<BoundRule> rules = new ArrayList<>();
    rules.add(new BoundRule.Value(key.get(), bound.key().attribute()));
    for (AttributeRule rule : bound.attributes()) {
      binding.bind(rule).ifPresent(rules::add);
    }
    return Optional.of(new TypeRules(type, bound, key.get(), rules));
  }

  /**
   * What a source object should be, its key in the one spelling that the key attribute has for it.
   * Total: never throws for any record.
   */
  public MappedObject objectOf(SourceValue.Fields source) {
    MappedObject object = mapping.objectOf(source);
    if (object.skipped()) {
      return object;
    }
    return TypedValue.of(key, object.key())
        .map(object::withKey)
        .orElseGet(() -> MappedObject.skipped("assets-key-unfit", object.key()));
  }

  /** The attribute that takes the status of missing objects. */
  public Optional<ObjectAttribute> status() {
    return type.attributes().stream()
        .filter(attribute -> attribute.type() == AttributeType.STATUS && attribute.editable())
        .findFirst();
  }

  /**
   * The attributes without which Assets makes no object of a type, because they are what objects
   * are called by, or were when the type was made.
   */
  static Stream<ObjectAttribute> names(ObjectType type) {
    return type.attributes().stream()
        .filter(attribute -> attribute.editable() && attribute.minimum() > 0)
        .filter(attribute -> attribute.type() == AttributeType.TEXT)
        .filter(attribute -> attribute.label() || attribute.name().equalsIgnoreCase("Name"));
  }

  /** Whether the mapping itself fills this attribute. */
  boolean fills(ObjectAttribute attribute) {
    return rules.stream().anyMatch(rule -> rule.attribute().id().equals(attribute.id()));
  }

  /** The rules that lead to other objects. */
  public Stream<BoundRule.Reference> references() {
    return rules.stream()
        .filter(BoundRule.Reference.class::isInstance)
        .map(BoundRule.Reference.class::cast);
  }

  /** Fits single lines to the schema. */
  private record Binding(ObjectSchema schema, ObjectType type, ProblemCount problems) {
    /** The attribute that a name means; empty when there is none, or nobody can tell. */
    Optional<ObjectAttribute> named(String name) {
      Optional<ObjectAttribute> other = type.disputed(name);
      if (other.isPresent()) {
        problems.add("assets-attribute-disputed", type.name(), name, other.get().name());
        return Optional.empty();
      }
      Optional<ObjectAttribute> found = type.attribute(name);
      found
          .filter(attribute -> !attribute.name().equalsIgnoreCase(name))
          .ifPresent(
              now -> problems.add("assets-attribute-renamed", type.name(), name, now.name()));
      return found;
    }

    Optional<BoundRule> bind(AttributeRule rule) {
      Optional<ObjectAttribute> attribute = named(rule.attribute());
      if (attribute.isEmpty()) {
        return type.disputed(rule.attribute()).isPresent()
            ? Optional.empty()
            : refused("assets-attribute-missing", rule);
      } else if (!attribute.get().editable() || attribute.get().type() == AttributeType.OTHER) {
        return refused("assets-attribute-not-writable", rule);
      }
      boolean refers = attribute.get().type() == AttributeType.REFERENCE;
      if (rule instanceof ReferenceRule reference) {
        return refers
            ? reference(reference, attribute.get())
            : refused("assets-attribute-no-reference", rule);
      }
      return refers
          ? refused("assets-reference-unknown", rule)
          : Optional.of(new BoundRule.Value(attribute.get(), rule.attribute()));
    }

    private Optional<BoundRule> reference(ReferenceRule rule, ObjectAttribute attribute) {
      Optional<ObjectType> target = schema.typeById(attribute.referencedTypeId());
      if (target.isEmpty()) {
        return refused("assets-reference-unknown", rule);
      }
      Optional<String> found = rule.condition().equalityAttribute();
      Optional<ObjectAttribute> by =
          found.flatMap(new Binding(schema, target.get(), problems)::named);
      if (found.isPresent() && by.isEmpty()) {
        problems.add("assets-lookup-missing", type.name(), rule.attribute(), found.get());
        return Optional.empty();
      }
      AqlTemplate condition =
          by.map(now -> rule.condition().by(now.name())).orElse(rule.condition());
      return Optional.of(
          new BoundRule.Reference(attribute, rule.attribute(), target.get(), condition));
    }

    private Optional<BoundRule> refused(String code, AttributeRule rule) {
      problems.add(code, type.name(), rule.attribute(), "");
      return Optional.empty();
    }
  }
}
