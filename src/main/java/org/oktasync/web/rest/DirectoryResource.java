package org.oktasync.web.rest;

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
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.run.settings.DirectoryControl;
import org.oktasync.target.TargetDirectory;

/** The user directories of Jira, and which of them a connection may have as its target. */
@Named
@Path("/directories")
@Produces(JsonAnswer.TYPE)
public class DirectoryResource extends AdminResource {
  private final TargetFactory targets;
  private final DirectoryControl directories;

  @Inject
  public DirectoryResource(RestEntry entry, RunPorts ports, DirectoryControl directories) {
    super(entry);
    this.targets = ports.targets();
    this.directories = directories;
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

  /** 201 with a new, empty directory, last in Jira's order. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response create(String body) {
    return answer(
        user -> {
          String name = JsonBody.read(body).text("name").orElse("");
          return JsonAnswer.created(of(directories.create(name, user)));
        });
  }

  /** 200 with the directory, switched on or off. */
  @PUT
  @Path("{id}")
  @Consumes(JsonAnswer.TYPE)
  public Response change(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          boolean active =
              JsonBody.read(body)
                  .flag("active")
                  .orElseThrow(() -> RequestRejectedException.of("active", "value-missing"));
          return JsonAnswer.ok(of(directories.setActive(ListQuery.id(id), active, user)));
        });
  }

  /** 200 with the number of accounts that would go with a directory. */
  @GET
  @Path("{id}/accounts")
  public Response accounts(@PathParam("id") String id) {
    return answer(
        user ->
            JsonAnswer.ok(
                JsonAnswer.object().put("accounts", directories.accounts(ListQuery.id(id)))));
  }

  /**
   * 204 once a directory is gone.
   *
   * @param name its name, typed by who wants it gone
   * @param accounts the number of accounts that they were told would go with it
   */
  @DELETE
  @Path("{id}")
  public Response delete(
      @PathParam("id") String id,
      @QueryParam("name") String name,
      @QueryParam("accounts") String accounts) {
    return answer(
        user -> {
          String known = Labels.text(accounts);
          if (!known.matches("\\d{1,9}")) {
            throw RequestRejectedException.of("accounts", "value-missing");
          }
          directories.delete(ListQuery.id(id), Labels.text(name), Long.parseLong(known), user);
          return JsonAnswer.done();
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
