package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** A schema of Assets behind its REST interface. For one thread. */
public final class RestAssetsTarget implements AssetsTarget {
  private final String schemaId;
  private final StopSignal stop;
  private final AssetsCalls calls;
  private final SchemaReader schemas;
  private final ObjectSearch search;
  private final WritePace pace;
  private final CarefulWrites writes;
  private final Map<String, ObjectType> typesById = new HashMap<>();

  /**
   * @param stop ends every wait
   */
  public RestAssetsTarget(
      AssetsAccess access,
      String schemaId,
      AssetsHttp http,
      Clock clock,
      Pacer pacer,
      StopSignal stop) {
    this.schemaId = schemaId;
    this.stop = stop;
    this.calls = new AssetsCalls(access, http, pacer);
    this.schemas = new SchemaReader(calls);
    this.search = new ObjectSearch(calls);
    this.pace = new WritePace(access.writesPerMinute(), clock, pacer);
    this.writes =
        new CarefulWrites(new ObjectWriter(new Statuses(calls, schemaId)), this::objectKey);
  }

  @Override
  public ObjectSchema schema() {
    ObjectSchema read = schemas.schema(schemaId);
    typesById.clear();
    read.types().forEach(type -> typesById.put(type.id(), type));
    return read;
  }

  @Override
  public Cursor<AssetsObject> objects(ObjectType type, StopSignal stopReading) {
    return new ObjectPages(search, type, stopReading);
  }

  @Override
  public List<AssetsObject> find(ObjectType type, String aql, int limit) {
    String query = "objectTypeId = " + type.id() + " AND (" + aql + ")";
    return search.page(type, query, 1, limit, stop).objects().stream().limit(limit).toList();
  }

  @Override
  public Optional<AssetsObject> object(String idOrKey) {
    return entry(idOrKey)
        .filter(entry -> !ObjectReader.isArchived(entry))
        .map(entry -> new ObjectReader(typeOf(entry)).read(withAttributes(entry)));
  }

  private Optional<JsonNode> entry(String idOrKey) {
    try {
      AssetsRequest request = AssetsRequest.get("object/" + AssetsRequest.part(idOrKey));
      return Optional.of(calls.json(request, stop)).filter(JsonNode::isObject);
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Some releases leave the attributes out unless they are asked for by themselves. */
  private JsonNode withAttributes(JsonNode entry) {
    if (entry.path("attributes").isArray()) {
      return entry;
    }
    String path = "object/" + AssetsRequest.part(Ids.of(entry, "id")) + "/attributes";
    ObjectNode whole = entry.deepCopy();
    whole.set("attributes", calls.json(AssetsRequest.get(path), stop));
    return whole;
  }

  private ObjectType typeOf(JsonNode entry) {
    String id = Ids.of(entry.path("objectType"), "id");
    return typesById.computeIfAbsent(
        id,
        missing ->
            new ObjectType(
                missing,
                entry.path("objectType").path("name").asText(),
                schemas.attributes(missing)));
  }

  @Override
  public AssetsObject create(ObjectType type, Map<String, List<AttributeValue>> values) {
    JsonNode made =
        writes.write(type, values, body -> send(AssetsRequest.post("object/create", body)));
    return new AssetsObject(
        Ids.of(made, "id"),
        made.path("objectKey").asText(),
        type.id(),
        made.path("label").asText(),
        new LinkedHashMap<>(values));
  }

  @Override
  public void update(ObjectType type, String id, Map<String, List<AttributeValue>> values) {
    String path = "object/" + AssetsRequest.part(id);
    writes.write(type, values, body -> send(AssetsRequest.put(path, body)));
  }

  @Override
  public void archive(String id) {
    settle(AssetsRequest.put("object/archive/" + AssetsRequest.part(id), null), id, true);
  }

  @Override
  public void restore(String id) {
    settle(AssetsRequest.put("object/restore/" + AssetsRequest.part(id), null), id, false);
  }

  /** Assets may refuse to do what is done already. */
  private void settle(AssetsRequest request, String id, boolean archived) {
    try {
      send(request);
    } catch (TargetException e) {
      boolean refused = e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT;
      boolean done = entry(id).filter(now -> ObjectReader.isArchived(now) == archived).isPresent();
      if (!refused || !done) {
        throw e;
      }
    }
  }

  @Override
  public void delete(String id) {
    try {
      send(AssetsRequest.delete("object/" + AssetsRequest.part(id)));
    } catch (TargetException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  @Override
  public long renamed() {
    return writes.renamed();
  }

  @Override
  public void close() {
    // Connections belong to the client that the whole product shares.
  }

  /** Every write goes through here. */
  private JsonNode send(AssetsRequest request) {
    pace.await(stop);
    try {
      return calls.json(request, stop);
    } catch (TargetException e) {
      throw e.kind() == Kind.NOT_FOUND ? missing(e) : e;
    }
  }

  /** What is missing may be the one object, or the schema with everything in it. */
  private TargetException missing(TargetException e) {
    schemas.head(schemaId);
    return e;
  }

  private String objectKey(String id) {
    Function<JsonNode, String> key = entry -> entry.path("objectKey").asText(id);
    return entry(id).map(key).orElse(id);
  }
}
