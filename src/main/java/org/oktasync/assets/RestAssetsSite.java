package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.AssetsCheck;
import org.oktasync.target.AssetsSite;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The Assets of one Jira behind its REST interface. For one thread. */
public final class RestAssetsSite implements AssetsSite {
  private static final String REFERENCE = "reference";

  /** The category of statuses for what is no longer in use. */
  private static final int INACTIVE = 0;

  private final AssetsCalls calls;
  private final SchemaReader schemas;
  private final Icons icons;
  private final RoleCalls roles;
  private final StopSignal stop;

  /**
   * @param stop ends every wait
   */
  public RestAssetsSite(AssetsAccess access, AssetsHttp http, Pacer pacer, StopSignal stop) {
    this.calls = new AssetsCalls(access, http, pacer);
    this.schemas = new SchemaReader(calls);
    this.icons = new Icons(calls);
    this.roles = new RoleCalls(calls, stop);
    this.stop = stop;
  }

  @Override
  public AssetsCheck check(String schemaId) {
    return new RightsCheck(calls, schemas, roles, schemaId, stop).run();
  }

  @Override
  public List<SchemaHead> schemas() {
    return schemas.heads().stream()
        .sorted(Comparator.comparing(SchemaHead::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public SchemaHead createSchema(String name, String key, String description) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("objectSchemaKey", key)
            .put("description", description);
    return SchemaReader.head(calls.json(AssetsRequest.post("objectschema/create", body), stop));
  }

  @Override
  public ObjectSchema schema(String id) {
    return schemas.schema(id);
  }

  @Override
  public ObjectType createType(
      String schemaId, String name, String description, List<String> icon) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("name", name).put("description", description);
    body.set("iconId", Ids.sent(icons.find(icon, stop)));
    body.set("objectSchemaId", Ids.sent(schemaId));
    body.put("inherited", false).put("abstractObjectType", false);
    JsonNode made = calls.json(AssetsRequest.post("objecttype/create", body), stop);
    String id = Ids.of(made, "id");
    return new ObjectType(id, made.path("name").asText(), schemas.attributes(id));
  }

  @Override
  public void renameType(String typeId, String name) {
    String path = "objecttype/" + AssetsRequest.part(typeId);
    JsonNode present = calls.json(AssetsRequest.get(path), stop);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
    body.put("description", present.path("description").asText(""));
    body.set("iconId", Ids.sent(Ids.of(present.path("icon"), "id")));
    body.set("objectSchemaId", Ids.sent(Ids.of(present, "objectSchemaId")));
    String parent = Ids.of(present, "parentObjectTypeId");
    if (!parent.isEmpty()) {
      body.set("parentObjectTypeId", Ids.sent(parent));
    }
    body.put("inherited", Ids.flag(present, "inherited", false));
    body.put("abstractObjectType", Ids.flag(present, "abstractObjectType", false));
    calls.json(AssetsRequest.put(path, body), stop);
  }

  @Override
  public ObjectAttribute createAttribute(String typeId, NewAttribute attribute) {
    String path = "objecttypeattribute/" + AssetsRequest.part(typeId);
    String meaning = attribute.referencedTypeId().isEmpty() ? "" : referenceType();
    ObjectNode body = AttributeWriter.created(attribute, meaning);
    return SchemaReader.attribute(calls.json(AssetsRequest.post(path, body), stop));
  }

  /** What a reference means: the type of that name where there is one, else the first. */
  private String referenceType() {
    try {
      JsonNode answer = calls.json(AssetsRequest.get("config/referencetype"), stop);
      List<JsonNode> types = SchemaReader.elements(answer, "referenceTypes");
      return types.stream()
          .filter(type -> type.path("name").asText().equalsIgnoreCase(REFERENCE))
          .findFirst()
          .or(() -> types.stream().findFirst())
          .map(type -> Ids.of(type, "id"))
          .orElse("1");
    } catch (TargetException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      // This release does not list them; the first of those that every Assets begins with has 1.
      return "1";
    }
  }

  @Override
  public void changeAttribute(String typeId, String attributeId, NewAttribute wanted) {
    JsonNode present =
        schemas.definitions(typeId).stream()
            .filter(definition -> Ids.of(definition, "id").equals(attributeId))
            .findFirst()
            .orElseThrow(
                () ->
                    new TargetException(
                        Kind.NOT_FOUND,
                        Message.of("assets-attribute-gone", wanted.name(), typeId),
                        null));
    String path =
        "objecttypeattribute/" + AssetsRequest.part(typeId) + "/" + AssetsRequest.part(attributeId);
    calls.json(AssetsRequest.put(path, AttributeWriter.changed(present, wanted)), stop);
  }

  @Override
  public List<String> statuses(String schemaId) {
    return new Statuses(calls, schemaId).names();
  }

  @Override
  public void createStatus(String schemaId, String name) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("name", name).put("category", INACTIVE);
    body.set("objectSchemaId", Ids.sent(schemaId));
    calls.json(AssetsRequest.post("config/statustype", body), stop);
  }

  @Override
  public Optional<List<SchemaRole>> roles(String schemaId) {
    schemas.head(schemaId);
    return roles.roles(schemaId);
  }

  @Override
  public void setRole(SchemaRole role) {
    roles.set(role);
  }
}
