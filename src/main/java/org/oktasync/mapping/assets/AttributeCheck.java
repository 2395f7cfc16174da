package org.oktasync.mapping.assets;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Holds the lines of one mapping against the attributes of its type. */
final class AttributeCheck {
  private static final Set<AttributeType> NO_KEYS =
      EnumSet.of(
          AttributeType.REFERENCE,
          AttributeType.USER,
          AttributeType.STATUS,
          AttributeType.BOOLEAN,
          AttributeType.TEXTAREA);

  private final ObjectSchema schema;
  private final ObjectType type;
  private final SourceFields fields;
  private final Findings findings;

  AttributeCheck(ObjectSchema schema, ObjectType type, SourceFields fields, Findings findings) {
    this.schema = schema;
    this.type = type;
    this.fields = fields;
    this.findings = findings;
  }

  void checkKey(ObjectMapping mapping) {
    KeyRule key = mapping.key();
    writable(key.attribute(), key.place())
        .filter(attribute -> NO_KEYS.contains(attribute.type()))
        .ifPresent(attribute -> tell(key.place(), "schema-key-type", attribute));
    if (severalMayCome(mapping, key.path())) {
      findings.warning(key.place(), "schema-key-several", key.path());
    }
    checkSource(mapping, key.path(), key.place());
  }

  private boolean severalMayCome(ObjectMapping mapping, SourcePath path) {
    boolean section = mapping.sections().contains(path.first());
    boolean list =
        fields.field(mapping, path.withoutNumbers()).filter(SourceField::several).isPresent();
    return path.wild() || ((section || list) && !path.numbered());
  }

  /** A value that the source cannot have is probably misspelt. */
  private void checkSource(ObjectMapping mapping, SourcePath path, Place place) {
    if (fields.lacks(mapping, path.withoutNumbers())) {
      findings.warning(place, "schema-source-unknown", path);
    }
  }

  void check(ObjectMapping mapping, AttributeRule rule) {
    Optional<ObjectAttribute> attribute = writable(rule.attribute(), rule.place());
    if (attribute.isEmpty()) {
      return;
    } else if (attribute.get().type() == AttributeType.REFERENCE) {
      checkReference(rule, attribute.get());
    } else if (rule instanceof ReferenceRule) {
      tell(rule.place(), "schema-not-a-reference", attribute.get());
    }
    checkValues(mapping, rule, attribute.get());
  }

  /** The attribute of this name, unless there is none or nobody may write it. */
  private Optional<ObjectAttribute> writable(String name, Place place) {
    Optional<ObjectAttribute> attribute = type.attribute(name);
    Optional<ObjectAttribute> other = type.disputed(name);
    if (other.isPresent()) {
      findings.error(place, "schema-attribute-disputed", name, other.get().name(), type.name());
      return Optional.empty();
    } else if (attribute.isEmpty()) {
      List<String> known = type.attributes().stream().map(ObjectAttribute::name).toList();
      findings.unknown(place, "schema-attribute-missing", known, name, type.name());
    } else if (!attribute.get().editable() || attribute.get().type() == AttributeType.OTHER) {
      tell(place, "schema-attribute-fixed", attribute.get());
      return Optional.empty();
    }
    return attribute;
  }

  private void checkReference(AttributeRule rule, ObjectAttribute attribute) {
    Optional<ObjectType> other = schema.typeById(attribute.referencedTypeId());
    if (other.isEmpty()) {
      tell(rule.place(), "schema-reference-nowhere", attribute);
    } else if (rule instanceof ReferenceRule reference) {
      reference
          .condition()
          .equalityAttribute()
          .filter(compared -> other.get().attribute(compared).isEmpty())
          .ifPresent(
              compared ->
                  findings.error(
                      rule.place(), "schema-condition-attribute", other.get().name(), compared));
    } else if (other.get().labelAttribute().isEmpty()) {
      findings.error(rule.place(), "schema-reference-label", attribute.name(), other.get().name());
    }
  }

  private void checkValues(ObjectMapping mapping, AttributeRule rule, ObjectAttribute attribute) {
    Optional<SourceField> field = fields.field(mapping, rule.path().withoutNumbers());
    checkSource(mapping, rule.path(), rule.place());
    if (!attribute.takesSeveral() && severalMayCome(mapping, rule.path())) {
      findings.warning(rule.place(), "schema-one-value", attribute.name(), type.name());
    }
    if (rule instanceof PlainRule) {
      field.ifPresent(known -> checkKind(rule, known.kind(), attribute));
    }
  }

  private void checkKind(AttributeRule rule, SourceField.Kind kind, ObjectAttribute attribute) {
    if (kind.neverFits(attribute.type())) {
      findings.error(
          rule.place(),
          "schema-type-mismatch",
          rule.path(),
          word(kind),
          attribute.name(),
          word(attribute.type()));
    } else if (kind.doubtfulAs(attribute.type())) {
      findings.warning(
          rule.place(),
          "schema-type-doubtful",
          rule.path(),
          attribute.name(),
          word(attribute.type()));
    }
  }

  private void tell(Place place, String code, ObjectAttribute attribute) {
    findings.error(place, code, attribute.name(), type.name(), word(attribute.type()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
