package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * Fits a mapping to a schema: a line such as {@code map:profile.department=Department} serves a
 * text and a reference alike. Where the attribute is a reference, the value is what the other
 * object is called, so the line becomes a {@link ReferenceRule} by the label of the type referred
 * to.
 */
public final class SchemaBinding {
  private final ObjectSchema schema;

  /**
   * @param schema the schema as it is now
   */
  public SchemaBinding(ObjectSchema schema) {
    this.schema = schema;
  }

  /** The mapping as it is meant for this type; what the schema does not know stays as it is. */
  public ObjectMapping bind(ObjectMapping mapping, ObjectType type) {
    List<AttributeRule> rules =
        mapping.attributes().stream().map(rule -> bind(rule, type)).toList();
    return new ObjectMapping(
        mapping.name(),
        mapping.key(),
        rules,
        mapping.sections(),
        mapping.dataSource(),
        mapping.search(),
        mapping.pageSize(),
        mapping.dataLimit());
  }

  private AttributeRule bind(AttributeRule rule, ObjectType type) {
    if (!(rule instanceof PlainRule)) {
      return rule;
    }
    Optional<ObjectAttribute> label =
        type.attribute(rule.attribute())
            .filter(attribute -> attribute.type() == AttributeType.REFERENCE)
            .flatMap(attribute -> schema.typeById(attribute.referencedTypeId()))
            .flatMap(ObjectType::labelAttribute);
    return label.isEmpty()
        ? rule
        : new ReferenceRule(
            rule.path(),
            rule.attribute(),
            AqlTemplate.equality(label.get().name(), rule.path().toString()),
            rule.place());
  }
}
