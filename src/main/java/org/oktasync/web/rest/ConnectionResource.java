package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.ConnectionDraft;
import org.oktasync.schedule.Schedules;
import org.oktasync.source.SourceCheck;

/** Connections: seen, made, changed, tried, deleted. */
@Named
@Path("/connections")
@Produces(JsonAnswer.TYPE)
public class ConnectionResource extends AdminResource {
  private final ConnectionControl connections;
  private final ConnectionJson json;
  private final ConnectionInput input;

  @Inject
  public ConnectionResource(
      RestEntry entry,
      ConnectionControl connections,
      Schedules schedules,
      Notifier notifier,
      RunPorts ports,
      SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.json =
        new ConnectionJson(
            settingsJson,
            ports.targets(),
            schedules,
            notifier,
            connections::secretReadable,
            texts());
    this.input = new ConnectionInput(settingsJson);
  }

  /** 200 with connections, by name. */
  @GET
  public Response list(@QueryParam("start") String start, @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          return JsonAnswer.ok(JsonAnswer.list(query.of(connections.all()), json::of));
        });
  }

  /** 201 with the new connection and remarks about what was corrected in it. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response add(String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          UnknownSettings.refuse(fields.json());
          ConnectionDraft draft = input.draft(fields, ConnectionSettings.defaults());
          ConnectionControl.Saved saved = connections.add(draft, user);
          return JsonAnswer.created(of(saved));
        });
  }

  /** 200 with the default of every setting. */
  @GET
  @Path("defaults")
  public Response defaults() {
    return answer(user -> JsonAnswer.ok(json.of(ConnectionSettings.defaults())));
  }

  /** 200 with one connection, and what is wrong with its settings by now. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id) {
    return answer(
        user -> {
          Connection found = existing(id);
          return JsonAnswer.ok(json.warned(found, connections.warnings(found)));
        });
  }

  private ObjectNode of(ConnectionControl.Saved saved) {
    Connection connection = saved.connection();
    return json.of(connection, connections.warnings(connection), saved.remarks());
  }

  /** 200 with the changed connection; 409 when somebody else changed it in between. */
  @PUT
  @Path("{id}")
  @Consumes(JsonAnswer.TYPE)
  public Response update(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection present = existing(id);
          JsonBody fields = JsonBody.read(body);
          int version = version(fields);
          UnknownSettings.refuse(fields.json());
          ConnectionDraft draft = input.draft(fields, present.settings());
          ConnectionControl.Saved saved = connections.update(present.id(), version, draft, user);
          return JsonAnswer.ok(of(saved));
        });
  }

  private static int version(JsonBody fields) {
    long version =
        fields
            .number("version")
            .orElseThrow(() -> RequestRejectedException.of("version", "version-missing"));
    return (int) Math.max(0, Math.min(version, Integer.MAX_VALUE));
  }

  /** 204 when the connection is gone, with its links and its history. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    return answer(
        user -> {
          connections.delete(existing(id).id(), user);
          return JsonAnswer.done();
        });
  }

  /** 200 with what was tried at the source, step by step; a step that failed is no error here. */
  @POST
  @Path("{id}/test")
  public Response test(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(of(connections.test(existing(id).id()))));
  }

  private ObjectNode of(SourceCheck check) {
    ObjectNode answer = JsonAnswer.object().put("ok", check.ok());
    ArrayNode steps = answer.putArray("checks");
    for (SourceCheck.Step step : check.steps()) {
      texts().put(steps.addObject().put("name", step.name()).put("ok", step.ok()), step.message());
    }
    answer.putArray("scopes");
    answer
        .putObject("organisation")
        .put("id", JsonAnswer.orNull(check.organisationId()))
        .put("name", JsonAnswer.orNull(check.organisationName()));
    return answer;
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
