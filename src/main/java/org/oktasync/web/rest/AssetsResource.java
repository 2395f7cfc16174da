package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.setup.AssetsSetup;
import org.oktasync.target.AssetsCheck;

/** Assets as the destination of a connection: rights, schemas, roles, size. */
@Named
@Path("/connections/{id}/assets")
@Produces(JsonAnswer.TYPE)
public class AssetsResource extends AdminResource {
  private static final String NAME = "Okta";
  private static final String KEY = "OKT";
  private static final String DESCRIPTION = "Auto-generated Okta data.";

  private final ConnectionControl connections;
  private final AssetsSetup setup;

  @Inject
  public AssetsResource(RestEntry entry, ConnectionControl connections, AssetsSetup setup) {
    super(entry);
    this.connections = connections;
    this.setup = setup;
  }

  /** 200 with each right that was tried; a missing one is no error here. */
  @POST
  @Path("check")
  public Response check(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(of(setup.check(existing(id)))));
  }

  private ObjectNode of(AssetsCheck check) {
    ObjectNode answer = JsonAnswer.object().put("ok", check.ok());
    answer.put("user", JsonAnswer.orNull(check.user()));
    ArrayNode steps = answer.putArray("checks");
    for (AssetsCheck.Step step : check.steps()) {
      texts().put(steps.addObject().put("name", step.name()).put("ok", step.ok()), step.message());
    }
    return answer;
  }

  /**
   * 200 with schemas, by name.
   *
   * @param text part of a name or key
   */
  @GET
  @Path("schemas")
  public Response schemas(
      @PathParam("id") String id,
      @QueryParam("q") String text,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          Connection connection = existing(id);
          List<SchemaHead> found = setup.schemas(connection, Labels.text(text));
          return JsonAnswer.ok(JsonAnswer.list(query.of(found), head -> of(connection, head)));
        });
  }

  /** 201 with a new schema. */
  @POST
  @Path("schemas")
  @Consumes(JsonAnswer.TYPE)
  public Response create(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection connection = existing(id);
          JsonBody fields = JsonBody.read(body);
          SchemaHead made =
              setup.create(
                  connection,
                  fields.text("name").orElse(NAME),
                  fields.text("key").orElse(KEY),
                  fields.text("description").orElse(DESCRIPTION));
          return JsonAnswer.created(of(connection, made));
        });
  }

  private ObjectNode of(Connection connection, SchemaHead schema) {
    return JsonAnswer.object()
        .put("id", schema.id())
        .put("key", schema.key())
        .put("name", schema.name())
        .put("types", schema.types())
        .put("objects", schema.objects())
        .put("link", setup.address(connection) + "/secure/ObjectSchema.jspa?id=" + schema.id());
  }

  /** 200 with who has the roles of the schema, and who would have them once restricted. */
  @GET
  @Path("roles")
  public Response roles(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(of(setup.roles(existing(id)))));
  }

  /** 200 with the roles as they are now. */
  @PUT
  @Path("roles")
  @Consumes(JsonAnswer.TYPE)
  public Response setRoles(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection connection = existing(id);
          setup.setRoles(connection, wanted(JsonBody.read(body)));
          return JsonAnswer.ok(of(setup.roles(connection)));
        });
  }

  private static List<SchemaRole> wanted(JsonBody body) {
    JsonNode list = body.json().path("roles");
    if (!list.isArray()) {
      throw RequestRejectedException.of("roles", "wrong-type", "array of objects");
    }
    List<SchemaRole> roles = new ArrayList<>();
    for (JsonNode each : list) {
      JsonBody role = JsonBody.read(each.toString());
      String id =
          role.text("id")
              .orElseThrow(() -> RequestRejectedException.of("roles.id", "value-missing"));
      roles.add(new SchemaRole(id, "", role.texts("users"), role.texts("groups")));
    }
    return roles;
  }

  private ObjectNode of(Optional<List<SchemaRole>> roles) {
    ObjectNode answer = JsonAnswer.object().put("offered", roles.isPresent());
    ArrayNode list = answer.putArray("roles");
    roles
        .orElse(List.of())
        .forEach(
            role -> {
              ObjectNode node = list.addObject().put("id", role.id()).put("name", role.name());
              put(node, role);
              put(node.putObject("restricted"), AssetsSetup.restricted(role));
            });
    return answer;
  }

  private static void put(ObjectNode node, SchemaRole role) {
    role.users().forEach(node.putArray("users")::add);
    role.groups().forEach(node.putArray("groups")::add);
  }

  /** 200 with about how many objects a first import would make. */
  @GET
  @Path("estimate")
  public Response estimate(@PathParam("id") String id) {
    return answer(
        user -> {
          AssetsSetup.Estimate estimate = setup.estimate(existing(id));
          ObjectNode json =
              JsonAnswer.object()
                  .put("objects", estimate.objects())
                  .put("users", estimate.users())
                  .put("groups", estimate.groups())
                  .put("apps", estimate.apps())
                  .put("devices", estimate.devices())
                  .put("atLeast", estimate.atLeast());
          ArrayNode others = json.putArray("others");
          estimate
              .others()
              .forEach((type, count) -> others.addObject().put("type", type).put("objects", count));
          ArrayNode notices = json.putArray("notices");
          estimate.notices().forEach(notice -> texts().put(notices.addObject(), notice));
          return JsonAnswer.ok(json);
        });
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
