package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.AssetsNames;
import org.oktasync.model.Message;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.AssetsCheck;
import org.oktasync.target.AssetsSite;

/** All of an Assets in memory. */
public final class InMemoryAssetsSite implements AssetsSite {
  private final AssetsWorld world;
  private boolean withoutRoles;

  public InMemoryAssetsSite(AssetsWorld world) {
    this.world = world;
  }

  /** From now on this Assets does not tell who has which role. */
  public void hideRoles() {
    withoutRoles = true;
  }

  @Override
  public AssetsCheck check(String schemaId) {
    AssetsCheck.Step step =
        new AssetsCheck.Step("sign-in", true, Message.of("assets-check-sign-in", "ada"));
    return new AssetsCheck(List.of(step), "ada");
  }

  @Override
  public List<SchemaHead> schemas() {
    return world.schemaIds().stream()
        .map(world::schema)
        .map(this::head)
        .sorted(Comparator.comparing(SchemaHead::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private SchemaHead head(ObjectSchema schema) {
    long objects = world.objects.values().stream().filter(o -> isIn(schema, o.typeId())).count();
    return new SchemaHead(schema.id(), schema.key(), schema.name(), schema.types().size(), objects);
  }

  private static boolean isIn(ObjectSchema schema, String typeId) {
    return schema.typeById(typeId).isPresent();
  }

  @Override
  public SchemaHead createSchema(String name, String key, String description) {
    built();
    boolean taken =
        schemas().stream().anyMatch(s -> s.name().equalsIgnoreCase(name) || s.key().equals(key));
    if (taken) {
      throw AssetsRefusal.taken("the schema must be unique");
    } else if (!key.matches("[A-Z]{2,10}") || name.isBlank() || AssetsNames.refuses(name)) {
      throw AssetsRefusal.invalid("name or key");
    }
    SchemaHead made = head(world.schema(world.addSchema(key, name)));
    world.faults().after(AssetsCall.BUILD);
    return made;
  }

  @Override
  public ObjectSchema schema(String id) {
    world.faults().before(AssetsCall.READ_SCHEMA);
    return world.schema(id);
  }

  @Override
  public ObjectType createType(
      String schemaId, String name, String description, List<String> icon) {
    built();
    if (world.schema(schemaId).type(name).isPresent()) {
      throw AssetsRefusal.taken("the name must be unique");
    } else if (name.isBlank() || AssetsNames.refuses(name) || description.length() > 70) {
      throw AssetsRefusal.invalid("name or description");
    }
    ObjectType made = world.addType(schemaId, name);
    world.faults().after(AssetsCall.BUILD);
    return made;
  }

  @Override
  public void renameType(String typeId, String name) {
    built();
    world.rename(world.type(typeId).id(), name);
    world.faults().after(AssetsCall.BUILD);
  }

  @Override
  public ObjectAttribute createAttribute(String typeId, NewAttribute attribute) {
    built();
    if (world.type(typeId).attribute(attribute.name()).isPresent()) {
      throw AssetsRefusal.taken("the name must be unique");
    } else if (attribute.name().isBlank()) {
      throw AssetsRefusal.invalid("name");
    } else if (!attribute.referencedTypeId().isEmpty()) {
      world.type(attribute.referencedTypeId());
    }
    ObjectAttribute made = world.addAttribute(typeId, attribute);
    world.faults().after(AssetsCall.BUILD);
    return made;
  }

  @Override
  public void changeAttribute(String typeId, String attributeId, NewAttribute wanted) {
    built();
    ObjectAttribute old =
        world.type(typeId).attributes().stream()
            .filter(attribute -> attribute.id().equals(attributeId))
            .findFirst()
            .orElseThrow(() -> AssetsRefusal.missing("attribute " + attributeId));
    ObjectAttribute changed =
        new ObjectAttribute(
            old.id(),
            wanted.name(),
            old.type(),
            old.editable(),
            old.label() || wanted.label(),
            old.minimum(),
            wanted.several() ? ObjectAttribute.UNLIMITED : old.maximum(),
            old.unique() || wanted.unique(),
            old.referencedTypeId(),
            old.options());
    if (!changed.name().equals(old.name())) {
      world.renameAttribute(typeId, old.name(), changed.name());
    }
    if (changed.label()) {
      world.label(typeId, changed);
    } else {
      world.put(typeId, changed);
    }
    world.faults().after(AssetsCall.BUILD);
  }

  @Override
  public List<String> statuses(String schemaId) {
    return world.statuses(schemaId);
  }

  @Override
  public void createStatus(String schemaId, String name) {
    built();
    if (world.statuses(schemaId).contains(name)) {
      throw AssetsRefusal.taken("the name must be unique");
    } else if (name.length() > 30) {
      throw AssetsRefusal.invalid("name");
    }
    world.addStatus(schemaId, name);
    world.faults().after(AssetsCall.BUILD);
  }

  @Override
  public Optional<List<SchemaRole>> roles(String schemaId) {
    world.schema(schemaId);
    return withoutRoles
        ? Optional.empty()
        : Optional.of(new ArrayList<>(world.schemas.get(schemaId).roles()));
  }

  @Override
  public void setRole(SchemaRole role) {
    built();
    world
        .schemas
        .values()
        .forEach(schema -> schema.roles().replaceAll(r -> r.id().equals(role.id()) ? role : r));
    world.faults().after(AssetsCall.BUILD);
  }

  private void built() {
    world.faults().before(AssetsCall.BUILD);
  }
}
