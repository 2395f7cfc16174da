package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Message;
import org.oktasync.target.AssetsCheck;
import org.oktasync.target.AssetsCheck.Step;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Tries each right that the product needs. Whether something may be made is asked by a request that
 * can never succeed, because what it must say is missing: with the right it is refused for that,
 * without the right it is refused for the lack of it. Who fills a schema that is there need not be
 * able to make one.
 */
final class RightsCheck {
  static final String SIGN_IN = "sign-in";
  static final String ASSETS = "assets";
  static final String SEE_SCHEMAS = "see-schemas";
  static final String CREATE_SCHEMA = "create-schema";
  static final String SEE_SCHEMA = "see-schema";
  static final String CREATE_TYPES = "create-types";
  static final String CREATE_ATTRIBUTES = "create-attributes";
  static final String CREATE_OBJECTS = "create-objects";
  static final String CONFIGURE_ROLES = "configure-roles";

  private final AssetsCalls calls;
  private final SchemaReader schemas;
  private final RoleCalls roles;
  private final String schemaId;
  private final StopSignal stop;
  private final List<Step> steps = new ArrayList<>();
  private String user = "";

  RightsCheck(
      AssetsCalls calls, SchemaReader schemas, RoleCalls roles, String schemaId, StopSignal stop) {
    this.calls = calls;
    this.schemas = schemas;
    this.roles = roles;
    this.schemaId = schemaId;
    this.stop = stop;
  }

  AssetsCheck run() {
    boolean inside = signsIn() && hasAssets();
    if (inside && schemaId.isEmpty()) {
      mayMake(CREATE_SCHEMA, AssetsRequest.post("objectschema/create", empty().put("name", "")));
    } else if (inside && seesSchema()) {
      tryInSchema();
    }
    return new AssetsCheck(steps, user);
  }

  private boolean signsIn() {
    return step(
        SIGN_IN,
        () -> {
          JsonNode me = calls.jira(AssetsRequest.get("myself"), stop);
          user = me.path("name").asText("");
          return Message.of("assets-check-sign-in", user);
        });
  }

  /** Two rights of one call: whether Assets is there, and whether its schemas may be seen. */
  private boolean hasAssets() {
    Message denied;
    try {
      int count = schemas.heads().size();
      steps.add(new Step(ASSETS, true, Message.of("assets-check-assets")));
      steps.add(new Step(SEE_SCHEMAS, true, Message.of("assets-check-see-schemas", count)));
      return true;
    } catch (TargetException e) {
      boolean there = e.kind() == Kind.DENIED;
      denied = e.problem();
      if (there) {
        steps.add(new Step(ASSETS, true, Message.of("assets-check-assets")));
      }
      steps.add(
          there
              ? new Step(SEE_SCHEMAS, false, Message.of("assets-right-see-schemas"))
              : new Step(ASSETS, false, denied));
      return false;
    }
  }

  private boolean seesSchema() {
    return step(
        SEE_SCHEMA, () -> Message.of("assets-check-see-schema", schemas.head(schemaId).name()));
  }

  private void tryInSchema() {
    ObjectNode type = empty();
    type.set("objectSchemaId", Ids.sent(schemaId));
    mayMake(CREATE_TYPES, AssetsRequest.post("objecttype/create", type));
    schemas.typeIds(schemaId).stream().findFirst().ifPresent(this::tryInType);
    step(
        CONFIGURE_ROLES,
        () ->
            Message.of(
                roles.roles(schemaId).isPresent()
                    ? "assets-check-configure-roles"
                    : "assets-check-roles-by-hand"));
  }

  private void tryInType(String typeId) {
    String path = "objecttypeattribute/" + AssetsRequest.part(typeId);
    mayMake(CREATE_ATTRIBUTES, AssetsRequest.post(path, empty().put("name", "").put("type", -1)));
    ObjectNode object = empty();
    object.set("objectTypeId", Ids.sent(typeId));
    ObjectNode nonsense = object.putArray("attributes").addObject();
    nonsense.put("objectTypeAttributeId", 0).putArray("objectAttributeValues");
    mayMake(CREATE_OBJECTS, AssetsRequest.post("object/create", object));
  }

  private void mayMake(String right, AssetsRequest impossible) {
    try {
      calls.json(impossible, stop);
      steps.add(new Step(right, true, Message.of("assets-check-" + right)));
    } catch (TargetException e) {
      boolean may = e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT;
      boolean denied = e.kind() == Kind.DENIED;
      Message message =
          may
              ? Message.of("assets-check-" + right)
              : denied ? Message.of("assets-right-" + right, user) : e.problem();
      steps.add(new Step(right, may, message));
    }
  }

  private boolean step(String name, Supplier<Message> work) {
    try {
      steps.add(new Step(name, true, work.get()));
      return true;
    } catch (TargetException e) {
      boolean roleRight = e.kind() == Kind.DENIED && name.equals(CONFIGURE_ROLES);
      steps.add(
          new Step(
              name, false, roleRight ? Message.of("assets-right-" + name, user) : e.problem()));
      return false;
    }
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
