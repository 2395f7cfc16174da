package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Holds a mapping against a schema: what it cannot fill, and what would not come out as meant. */
final class SchemaCheck {
  private final ObjectSchema schema;
  private final TypeNames names;
  private final SourceFields fields;
  private final Findings findings;

  SchemaCheck(ObjectSchema schema, TypeNames names, SourceFields fields, Findings findings) {
    this.schema = schema;
    this.names = names;
    this.fields = fields;
    this.findings = findings;
  }

  void check(AssetsMapping mapping) {
    mapping.mappings().stream().filter(one -> one.key() != null).forEach(this::check);
  }

  private void check(ObjectMapping mapping) {
    String wanted = names.typeOf(mapping);
    Optional<ObjectType> type = schema.type(wanted);
    Optional<ObjectType> other = schema.disputed(wanted);
    if (other.isPresent()) {
      findings.error(mapping.key().place(), "schema-type-disputed", wanted, other.get().name());
      return;
    }
    if (type.isEmpty()) {
      List<String> known = schema.types().stream().map(ObjectType::name).toList();
      findings.unknown(mapping.key().place(), "schema-type-missing", known, wanted, schema.name());
      return;
    }
    AttributeCheck attributes = new AttributeCheck(schema, type.get(), fields, findings);
    attributes.checkKey(mapping);
    mapping.attributes().forEach(rule -> attributes.check(mapping, rule));
    mapping.attributes().forEach(rule -> checkTarget(mapping, rule));
    type.get().attributes().forEach(attribute -> checkFilled(mapping, type.get(), attribute));
  }

  /** Tells when a mapping of this very name makes objects of another type than is referred to. */
  private void checkTarget(ObjectMapping mapping, AttributeRule rule) {
    if (rule instanceof ReferenceRule reference) {
      Optional<String> referred = names.referredType(mapping, reference);
      referred
          .filter(type -> schema.type(type).isPresent())
          .flatMap(type -> schema.type(rule.attribute()).map(ObjectType::name))
          .filter(named -> !named.equalsIgnoreCase(referred.orElse("")))
          .ifPresent(
              named ->
                  findings.warning(
                      rule.place(),
                      "schema-reference-elsewhere",
                      rule.attribute(),
                      referred.orElse(""),
                      named));
    }
  }

  private static boolean means(ObjectType type, String name, ObjectAttribute attribute) {
    return type.attribute(name).filter(found -> found.id().equals(attribute.id())).isPresent();
  }

  private void checkFilled(ObjectMapping mapping, ObjectType type, ObjectAttribute attribute) {
    boolean filled =
        !attribute.editable()
            || means(type, mapping.key().attribute(), attribute)
            || mapping.attributes().stream()
                .anyMatch(rule -> means(type, rule.attribute(), attribute));
    if (!filled && attribute.minimum() > 0) {
      findings.error(
          mapping.key().place(), "schema-required-unmapped", attribute.name(), type.name());
    } else if (!filled && attribute.label()) {
      findings.warning(
          mapping.key().place(), "schema-label-unmapped", attribute.name(), type.name());
    }
  }
}
