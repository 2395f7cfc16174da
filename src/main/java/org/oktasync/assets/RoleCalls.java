package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.control.StopSignal;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The roles of a schema. Not every release offers these calls, and some only at the older root. */
final class RoleCalls {
  private static final String USERS = "atlassian-user-role-actor";
  private static final String GROUPS = "atlassian-group-role-actor";
  private static final Pattern NUMBER_AT_END = Pattern.compile("(\\d+)/?$");

  private final AssetsCalls calls;
  private final StopSignal stop;

  RoleCalls(AssetsCalls calls, StopSignal stop) {
    this.calls = calls;
    this.stop = stop;
  }

  /** The roles of a schema that exists; empty when this release does not tell. */
  Optional<List<SchemaRole>> roles(String schemaId) {
    JsonNode addresses;
    try {
      String path = "config/role/objectschema/" + AssetsRequest.part(schemaId);
      addresses = calls.inEitherRoot(AssetsRequest.get(path), stop);
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    List<SchemaRole> roles = new ArrayList<>();
    addresses
        .properties()
        .forEach(role -> roles.add(role(role.getKey(), idIn(role.getValue().asText()))));
    return Optional.of(roles);
  }

  private static String idIn(String address) {
    Matcher number = NUMBER_AT_END.matcher(address);
    return number.find() ? number.group(1) : "";
  }

  private SchemaRole role(String name, String id) {
    JsonNode role = calls.inEitherRoot(AssetsRequest.get("config/role/" + id), stop);
    List<String> users = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (JsonNode actor : role.path("actors")) {
      boolean isUser = actor.path("type").asText().equals(USERS);
      (isUser ? users : groups).add(actor.path("name").asText());
    }
    role.path("categorisedActors").path(USERS).forEach(key -> users.add(key.asText()));
    role.path("categorisedActors").path(GROUPS).forEach(name1 -> groups.add(name1.asText()));
    return new SchemaRole(id, name, users, groups);
  }

  void set(SchemaRole role) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("id", Ids.sent(role.id()));
    ObjectNode actors = body.putObject("categorisedActors");
    role.users().forEach(actors.putArray(USERS)::add);
    role.groups().forEach(actors.putArray(GROUPS)::add);
    calls.inEitherRoot(AssetsRequest.put("config/role/" + role.id(), body), stop);
  }
}
