package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.source.SourceSize;

/** What a connection reads. */
@Named
@Path("/connections/{id}/scope")
@Produces(JsonAnswer.TYPE)
public class ScopeResource extends AdminResource {
  private final ConnectionControl connections;
  private final ConnectionInput input;

  @Inject
  public ScopeResource(RestEntry entry, ConnectionControl connections, SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.input = new ConnectionInput(settingsJson);
  }

  /** 200 with about how much there is to read, and what reading it would cost. */
  @GET
  @Path("count")
  public Response count(@PathParam("id") String id) {
    return answer(
        user -> {
          long known =
              connections
                  .find(ListQuery.id(id))
                  .orElseThrow(RequestRejectedException::notFound)
                  .id();
          return JsonAnswer.ok(of(connections.size(known)));
        });
  }

  /**
   * 200 with the same for settings that are not saved; people whose status is not wanted are left
   * out where Okta can count so, people who are excluded by name are not.
   */
  @POST
  @Path("count")
  @Consumes(JsonAnswer.TYPE)
  public Response countUnsaved(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          ConnectionSettings settings =
              input.draft(JsonBody.read(body), connection.settings()).settings();
          return JsonAnswer.ok(of(connections.size(connection.id(), settings)));
        });
  }

  private static ObjectNode of(SourceSize size) {
    ObjectNode json =
        JsonAnswer.object()
            .put("people", size.people())
            .put("groups", size.groups())
            .put(
                "memberships",
                size.memberships().isPresent() ? (Long) size.memberships().getAsLong() : null)
            .put("atLeast", size.atLeast());
    json.putObject("estimate").put("calls", size.calls()).put("seconds", seconds(size.time()));
    return json;
  }

  /** Whole seconds, one at least: nothing takes no time. */
  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }
}
