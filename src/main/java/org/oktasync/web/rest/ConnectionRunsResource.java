package org.oktasync.web.rest;

import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ConnectionControl;
import org.oktasync.run.RunControl;
import org.oktasync.run.SyncRequest;

/** Starts the runs of a connection. */
@Named
@Path("/connections/{id}/runs")
@Produces(JsonAnswer.TYPE)
public class ConnectionRunsResource extends AdminResource {
  private static final long MOST = 10_000;

  private final ConnectionControl connections;
  private final RunControl runs;

  @Inject
  public ConnectionRunsResource(RestEntry entry, ConnectionControl connections, RunControl runs) {
    super(entry);
    this.connections = connections;
    this.runs = runs;
  }

  /** 202 with the id of the run; 409 with the id of the one that is under way. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response start(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          String mode = fields.text("mode").filter(m -> !m.isEmpty()).orElse(SyncRun.FULL);
          Labels.oneOf("mode", mode, List.of(SyncRun.FULL, SyncRun.INCREMENTAL));
          refuse(fields, "user");
          SyncRun.Extent extent = extent(fields);
          boolean dryRun = fields.flag("dryRun").orElse(false);
          String trigger = RunTrigger.of(fields);
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          SyncRun run =
              runs.start(new SyncRequest(connection.id(), trigger, user, mode, dryRun, extent));
          return JsonAnswer.accepted(run.id());
        });
  }

  /** A limit is about objects: half of the accounts would be no directory. */
  private static SyncRun.Extent extent(JsonBody fields) {
    long limit = fields.number("limit").orElse(0L);
    String part = fields.text("part").orElse(limit > 0 ? SyncRun.Extent.ASSETS : "");
    Labels.oneOf("part", part, List.of(SyncRun.Extent.DIRECTORY, SyncRun.Extent.ASSETS));
    if (limit < 0 || limit > MOST) {
      throw RequestRejectedException.of("limit", "number-out-of-range", 0, MOST);
    } else if (limit > 0 && !part.equals(SyncRun.Extent.ASSETS)) {
      throw RequestRejectedException.of("limit", "not-supported", limit, "-");
    }
    return new SyncRun.Extent(part, (int) limit);
  }

  /** To leave such a wish out of account would sync everybody where one person was meant. */
  private static void refuse(JsonBody fields, String name) {
    if (fields.json().hasNonNull(name)) {
      throw RequestRejectedException.of(
          name, "not-supported", fields.json().get(name).asText(), "-");
    }
  }
}
