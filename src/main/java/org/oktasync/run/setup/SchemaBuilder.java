package org.oktasync.run.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.oktasync.control.StopSignal;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.schema.SchemaAction;
import org.oktasync.plan.schema.SchemaPlan;
import org.oktasync.plan.schema.TypeIcons;
import org.oktasync.plan.schema.WantedAttribute;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Carries out the steps of a schema plan, one by one. */
final class SchemaBuilder {
  private static final String DESCRIPTION = "Kept in step with Okta.";

  private final AssetsSite site;
  private final String schemaId;
  private final UnaryOperator<ObjectSchema> known;
  private ObjectSchema schema;

  /**
   * @param known puts the names that types had to a schema
   */
  SchemaBuilder(AssetsSite site, ObjectSchema schema, UnaryOperator<ObjectSchema> known) {
    this.site = site;
    this.known = known;
    this.schemaId = schema.id();
    this.schema = schema;
  }

  /**
   * Builds.
   *
   * @param begun gets each step before it is taken
   * @throws TargetException of the first step that fails; those before it are done
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  void build(SchemaPlan plan, StopSignal stop, Consumer<SchemaAction> begun) {
    for (SchemaAction action : plan.actions()) {
      stop.check();
      begun.accept(action);
      step(action);
    }
  }

  private void step(SchemaAction action) {
    try {
      take(action);
    } catch (TargetException e) {
      if (e.kind() != Kind.CONFLICT) {
        throw e;
      }
      // The name is taken: by this very step, when its answer was lost before.
      schema = known.apply(site.schema(schemaId));
      if (!isDone(action)) {
        throw e;
      }
    }
  }

  private boolean isDone(SchemaAction action) {
    if (action instanceof SchemaAction.CreateStatus status) {
      return site.statuses(schemaId).contains(status.name());
    } else if (action instanceof SchemaAction.CreateType type) {
      return schema.type(type.type()).isPresent();
    } else if (action instanceof SchemaAction.CreateAttribute made) {
      return schema
          .type(made.type())
          .flatMap(type -> type.attribute(made.attribute().name()))
          .filter(found -> found.type() == made.attribute().type())
          .isPresent();
    }
    return false;
  }

  private void take(SchemaAction action) {
    if (action instanceof SchemaAction.CreateStatus status) {
      site.createStatus(schemaId, status.name());
    } else if (action instanceof SchemaAction.CreateType made) {
      createType(made.type());
    } else if (action instanceof SchemaAction.NameLabel label) {
      nameLabel(label);
    } else if (action instanceof SchemaAction.CreateAttribute made) {
      site.createAttribute(type(made.type()).id(), made(made.attribute()));
    } else if (action instanceof SchemaAction.WidenAttribute wide) {
      ObjectAttribute present = attribute(wide.type(), wide.attribute());
      change(wide.type(), present, NewAttribute.of(present.name(), present.type()).many());
    } else if (action instanceof SchemaAction.RenameAttribute renamed) {
      ObjectAttribute present = attribute(renamed.type(), renamed.from());
      change(renamed.type(), present, NewAttribute.of(renamed.to(), present.type()));
    }
  }

  private void createType(String name) {
    ObjectType made = site.createType(schemaId, name, DESCRIPTION, TypeIcons.of(name));
    List<ObjectType> types = new java.util.ArrayList<>(schema.types());
    types.add(made);
    schema = new ObjectSchema(schema.id(), schema.key(), schema.name(), types);
  }

  private void nameLabel(SchemaAction.NameLabel label) {
    ObjectAttribute name =
        type(label.type())
            .labelAttribute()
            .orElseThrow(() -> SchemaBuilds.gone("assets-attribute-gone", "Name", label.type()));
    NewAttribute wanted = made(label.attribute());
    change(label.type(), name, wanted.asLabel());
  }

  private void change(String type, ObjectAttribute present, NewAttribute wanted) {
    site.changeAttribute(type(type).id(), present.id(), wanted);
  }

  private NewAttribute made(WantedAttribute wanted) {
    NewAttribute made =
        new NewAttribute(
            wanted.name(),
            wanted.type(),
            false,
            wanted.unique(),
            wanted.several(),
            false,
            "",
            List.of());
    return wanted.type() == AttributeType.REFERENCE ? made.to(type(wanted.refersTo()).id()) : made;
  }

  private ObjectType type(String name) {
    return schema
        .type(name)
        .orElseThrow(() -> SchemaBuilds.gone("assets-type-gone", name, schema.name()));
  }

  private ObjectAttribute attribute(String type, String name) {
    return type(type)
        .attribute(name)
        .orElseThrow(() -> SchemaBuilds.gone("assets-attribute-gone", name, type));
  }
}
