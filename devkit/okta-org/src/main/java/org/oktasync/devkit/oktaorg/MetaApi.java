package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that describe the organisation: user types, profile schemas, the org itself. */
final class MetaApi {
  private static final String CREATED = "2019-03-01T08:00:00.000Z";

  private final Directory directory;
  private final Applications apps;
  private final String orgId;

  MetaApi(Directory directory, Applications apps, String orgId) {
    this.directory = directory;
    this.apps = apps;
    this.orgId = orgId;
  }

  void register(Router router) {
    router
        .on("GET", "/api/v1/meta/types/user", (call, args) -> types(call))
        .on("GET", "/api/v1/meta/types/user/{id}", (call, args) -> type(call, args.get(0)))
        .on("GET", "/api/v1/meta/schemas/apps/{id}/default", (call, args) -> app(call, args.get(0)))
        .on("GET", "/api/v1/meta/schemas/group/default", (call, args) -> groupSchema(call))
        .on("POST", "/api/v1/meta/schemas/group/default", (call, args) -> changeGroups(call))
        .on("GET", "/api/v1/meta/schemas/user/{id}", (call, args) -> userSchema(call, args.get(0)))
        .on("POST", "/api/v1/meta/schemas/user/{id}", (call, args) -> change(call, args.get(0)))
        .on("GET", "/api/v1/org", (call, args) -> org(call))
        .on("GET", "/.well-known/okta-organization", (call, args) -> wellKnown(call));
  }

  private Answer types(Call call) {
    return Answer.of(directory.types().all().stream().map(type -> type(call, type)).toList());
  }

  private Answer type(Call call, String id) {
    return directory.types().all().stream()
        .filter(type -> type.id().equals(id) || (type.standard() && id.equals("default")))
        .findFirst()
        .map(type -> Answer.of(type(call, type)))
        .orElseThrow(() -> OktaError.notFound("UserType", id));
  }

  private Answer app(Call call, String id) {
    App app = apps.app(id);
    return schema(call, apps.schema(), "default", app.name(), app.label() + " User");
  }

  private static Map<String, Object> type(Call call, UserTypes.Type type) {
    Map<String, Object> shown = dated();
    shown.put("id", type.id());
    shown.put("displayName", type.title());
    shown.put("name", type.name());
    shown.put("default", type.standard());
    shown.put(
        "_links",
        Map.of(
            "self", OktaJson.href(call.base(), "/api/v1/meta/types/user/" + type.id()),
            "schema", OktaJson.href(call.base(), "/api/v1/meta/schemas/user/" + type.schemaId())));
    return shown;
  }

  private Answer userSchema(Call call, String id) {
    UserTypes.Type type = withSchema(id);
    return schema(call, type.schema(), type.schemaId(), type.name(), type.title());
  }

  private UserTypes.Type withSchema(String id) {
    return directory.types().all().stream()
        .filter(t -> id.equals(t.schemaId()) || (t.standard() && id.equals("default")))
        .findFirst()
        .orElseThrow(() -> OktaError.notFound("UserSchema", id));
  }

  private Answer change(Call call, String id) {
    directory.updateSchema(withSchema(id).schema(), Json.object(call.body()));
    return userSchema(call, id);
  }

  private Answer changeGroups(Call call) {
    directory.updateSchema(directory.groupSchema(), Json.object(call.body()));
    return groupSchema(call);
  }

  private Answer groupSchema(Call call) {
    return schema(call, directory.groupSchema(), "default", "group", "Okta group");
  }

  private static Answer schema(
      Call call, ProfileSchema schema, String id, String name, String title) {
    Map<String, Object> shown = dated();
    shown.put("id", call.base() + "/meta/schemas/" + name + "/" + id);
    shown.put("$schema", "http://json-schema.org/draft-04/schema#");
    shown.put("name", name);
    shown.put("title", title);
    shown.put("type", "object");
    shown.put("definitions", schema.definitions());
    List<Map<String, String>> parts =
        List.of(Map.of("$ref", "#/definitions/custom"), Map.of("$ref", "#/definitions/base"));
    shown.put("properties", Map.of("profile", Map.of("allOf", parts)));
    shown.put("_links", Map.of("self", OktaJson.href(call.base(), call.path())));
    return Answer.of(shown);
  }

  private Answer org(Call call) {
    Map<String, Object> shown = dated();
    shown.put("id", orgId);
    shown.put("subdomain", "larkfield");
    shown.put("companyName", "Larkfield");
    shown.put("status", "ACTIVE");
    shown.put("website", "https://larkfield.example");
    shown.put(
        "_links", Map.of("preferences", OktaJson.href(call.base(), "/api/v1/org/preferences")));
    return Answer.of(shown);
  }

  private Answer wellKnown(Call call) {
    Map<String, Object> links = Map.of("organization", OktaJson.href(call.base(), ""));
    return Answer.of(Map.of("id", orgId, "pipeline", "idx", "_links", links));
  }

  private static Map<String, Object> dated() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("created", CREATED);
    shown.put("lastUpdated", CREATED);
    return shown;
  }
}
