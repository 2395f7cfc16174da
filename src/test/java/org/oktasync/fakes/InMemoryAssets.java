package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.assets.PresentValues;
import org.oktasync.target.AssetsTarget;

/**
 * A schema of Assets in memory. What an administrator does by hand is done through {@link
 * #world()}; faults are ordered there, too.
 */
public final class InMemoryAssets implements AssetsTarget {
  private final AssetsWorld world;
  private final String schemaId;
  private final boolean refuses;
  private long renamed;

  /** An Assets of its own with one empty schema, {@code Okta}. */
  public InMemoryAssets() {
    this(new AssetsWorld());
  }

  private InMemoryAssets(AssetsWorld world) {
    this(world, world.addSchema("OKT", "Okta"));
  }

  /** One schema of a world. */
  public InMemoryAssets(AssetsWorld world, String schemaId) {
    this(world, schemaId, false);
  }

  private InMemoryAssets(AssetsWorld world, String schemaId, boolean refuses) {
    this.world = world;
    this.schemaId = schemaId;
    this.refuses = refuses;
  }

  /** One schema of a world, as Assets itself sees it: names that it refuses are refused. */
  public static InMemoryAssets refusing(AssetsWorld world, String schemaId) {
    return new InMemoryAssets(world, schemaId, true);
  }

  /** What Assets holds, to be set up, changed by hand and looked at. */
  public AssetsWorld world() {
    return world;
  }

  /** The id of the schema. */
  public String schemaId() {
    return schemaId;
  }

  @Override
  public synchronized ObjectSchema schema() {
    world.faults().before(AssetsCall.READ_SCHEMA);
    return world.schema(schemaId);
  }

  /** Reads one object for each page. */
  @Override
  public synchronized Cursor<AssetsObject> objects(ObjectType type, StopSignal stop) {
    world.schema(schemaId);
    List<AssetsObject> list = new ArrayList<>(world.objectsOf(world.type(type.id()).id()));
    return new Cursor<>() {
      @Override
      public boolean hasNext() {
        return !list.isEmpty();
      }

      @Override
      public AssetsObject next() {
        stop.check();
        world.faults().before(AssetsCall.READ_PAGE);
        return list.remove(0);
      }

      @Override
      public void close() {
        list.clear();
      }
    };
  }

  @Override
  public synchronized List<AssetsObject> find(ObjectType type, String aql, int limit) {
    world.faults().before(AssetsCall.FIND);
    return world.search(type.id(), aql).stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<AssetsObject> object(String idOrKey) {
    world.faults().before(AssetsCall.LOOK);
    return world.find(idOrKey).filter(object -> !world.isArchived(object.id()));
  }

  @Override
  public synchronized AssetsObject create(
      ObjectType type, Map<String, List<AttributeValue>> values) {
    world.faults().before(AssetsCall.CREATE);
    world.schema(schemaId);
    Map<String, List<AttributeValue>> accepted = accepted(type, values);
    AssetsObject made = world.add(type.id(), accepted);
    renamed += accepted.equals(values) ? 0 : 1;
    world.count();
    world.faults().after(AssetsCall.CREATE);
    return made;
  }

  @Override
  public synchronized void update(
      ObjectType type, String id, Map<String, List<AttributeValue>> values) {
    world.faults().before(AssetsCall.UPDATE);
    world.schema(schemaId);
    Map<String, List<AttributeValue>> accepted = accepted(type, values);
    world.change(id, accepted);
    renamed += accepted.equals(values) ? 0 : 1;
    world.count();
    world.faults().after(AssetsCall.UPDATE);
  }

  /** Values with a name that is not refused; what must be unique is written as asked. */
  private Map<String, List<AttributeValue>> accepted(
      ObjectType type, Map<String, List<AttributeValue>> values) {
    Map<String, List<AttributeValue>> accepted = new TreeMap<>(values);
    if (world.strictNames() && !refuses) {
      accepted.replaceAll(
          (name, several) ->
              type.attribute(name).filter(PresentValues::mayDiffer).isPresent()
                  ? several.stream()
                      .map(value -> AttributeValue.of(ObjectName.accepted(value.text())))
                      .toList()
                  : several);
    }
    return accepted;
  }

  @Override
  public synchronized long renamed() {
    return renamed;
  }

  @Override
  public synchronized void archive(String id) {
    world.faults().before(AssetsCall.ARCHIVE);
    if (world.archived.add(existing(id))) {
      world.count();
    }
    world.faults().after(AssetsCall.ARCHIVE);
  }

  @Override
  public synchronized void restore(String id) {
    world.faults().before(AssetsCall.RESTORE);
    if (world.archived.remove(existing(id))) {
      world.count();
    }
    world.faults().after(AssetsCall.RESTORE);
  }

  private String existing(String id) {
    return world
        .find(id)
        .map(AssetsObject::id)
        .orElseThrow(() -> AssetsRefusal.missing("object " + id));
  }

  @Override
  public synchronized void delete(String id) {
    world.faults().before(AssetsCall.DELETE);
    if (world.find(id).isPresent()) {
      world.count();
    }
    world.delete(id);
    world.faults().after(AssetsCall.DELETE);
  }

  @Override
  public void close() {}
}
