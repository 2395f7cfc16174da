package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.control.StopSignal;

/** The statuses that objects of a schema may have: its own, and those of all schemas. */
final class Statuses {
  private static final StopSignal NEVER = new StopSignal();

  private final AssetsCalls calls;
  private final String schemaId;
  private Map<String, String> idsByName;

  Statuses(AssetsCalls calls, String schemaId) {
    this.calls = calls;
    this.schemaId = schemaId;
  }

  /** The names of all of them. */
  List<String> names() {
    return List.copyOf(read().keySet());
  }

  /** The id of the status with this name, upper or lower case alike. */
  Optional<String> id(String name) {
    if (idsByName == null) {
      idsByName = read();
    }
    return Optional.ofNullable(idsByName.get(name));
  }

  /** Names and ids; the schema's own come before those of all schemas. */
  private Map<String, String> read() {
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    AssetsRequest request = AssetsRequest.get("config/statustype");
    for (AssetsRequest each : List.of(request.with("objectSchemaId", schemaId), request)) {
      for (JsonNode status : SchemaReader.elements(calls.json(each, NEVER), "statusTypes")) {
        found.putIfAbsent(status.path("name").asText(), Ids.of(status, "id"));
      }
    }
    return found;
  }
}
