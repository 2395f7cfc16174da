package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.run.RunPorts;
import org.oktasync.run.TargetFactory;
import org.oktasync.target.TargetDirectory;

/** The user directories of Jira, and which of them a connection may have as its target. */
@Named
@Path("/directories")
@Produces(JsonAnswer.TYPE)
public class DirectoryResource extends AdminResource {
  private final TargetFactory targets;

  @Inject
  public DirectoryResource(RestEntry entry, RunPorts ports) {
    super(entry);
    this.targets = ports.targets();
  }

  /** 200 with directories, in Jira's order. */
  @GET
  public Response list(@QueryParam("start") String start, @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          return JsonAnswer.ok(JsonAnswer.list(query.of(targets.directories().all()), this::of));
        });
  }

  private ObjectNode of(TargetDirectory directory) {
    ObjectNode json =
        JsonAnswer.object()
            .put("id", directory.id())
            .put("name", directory.name())
            .put("type", directory.type())
            .put("active", directory.active())
            .put("position", directory.position())
            .put("usable", directory.obstacle() == null);
    if (directory.obstacle() == null) {
      json.putNull("obstacle");
    } else {
      texts().put(json.putObject("obstacle"), directory.obstacle());
    }
    return json;
  }
}
