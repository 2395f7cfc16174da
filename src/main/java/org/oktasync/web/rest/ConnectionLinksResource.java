package org.oktasync.web.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.Page;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConnectionControl;

/** What a connection owns. */
@Named
@Path("/connections/{id}/links")
@Produces(JsonAnswer.TYPE)
public class ConnectionLinksResource extends AdminResource {
  private final ConnectionControl connections;
  private final LinkRegistry links;

  @Inject
  public ConnectionLinksResource(RestEntry entry, ConnectionControl connections, RunPorts ports) {
    super(entry);
    this.connections = connections;
    this.links = ports.links();
  }

  /**
   * 200 with links, by kind and name.
   *
   * @param text beginning of a name, or an exact source id
   */
  @GET
  public Response list(
      @PathParam("id") String id,
      @QueryParam("q") String text,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          Page<Link> page =
              links.search(connection.id(), Labels.text(text), query.start(), query.limit());
          return JsonAnswer.ok(JsonAnswer.list(page, LinkJson::of));
        });
  }
}
