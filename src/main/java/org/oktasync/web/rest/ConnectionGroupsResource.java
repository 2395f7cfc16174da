package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.model.SourceGroup;
import org.oktasync.run.ConnectionControl;
import org.oktasync.run.SourcePreview;

/** Groups of the source of a connection, to be chosen from. */
@Named
@Path("/connections/{id}/groups")
@Produces(JsonAnswer.TYPE)
public class ConnectionGroupsResource extends AdminResource {
  private final ConnectionControl connections;
  private final SourcePreview source;

  @Inject
  public ConnectionGroupsResource(
      RestEntry entry, ConnectionControl connections, SourcePreview source) {
    super(entry);
    this.connections = connections;
    this.source = source;
  }

  /** 200 with the groups whose name holds a text, by name; all of them without one. */
  @GET
  public Response find(@PathParam("id") String id, @QueryParam("q") String text) {
    return answer(
        user -> {
          String wanted = Labels.text(text).toLowerCase(Locale.ROOT);
          List<SourceGroup> groups =
              source.groups(
                  connections
                      .find(ListQuery.id(id))
                      .orElseThrow(RequestRejectedException::notFound));
          ObjectNode answer = JsonAnswer.object();
          ArrayNode values = answer.putArray("values");
          groups.stream()
              .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(wanted))
              .forEach(group -> values.add(of(group)));
          return JsonAnswer.ok(answer.put("total", values.size()).put("start", 0));
        });
  }

  private static ObjectNode of(SourceGroup group) {
    return JsonAnswer.object()
        .put("id", group.id().value())
        .put("name", group.name())
        .put("type", group.type())
        .put("description", JsonAnswer.orNull(group.description()))
        .put(
            "members",
            group.statedMembers().isPresent() ? (Long) group.statedMembers().getAsLong() : null);
  }
}
