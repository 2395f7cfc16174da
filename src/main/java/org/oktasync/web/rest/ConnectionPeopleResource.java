package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.settings.ConnectionControl;

/** People of the source of a connection, asked for one by one. */
@Named
@Path("/connections/{id}/people")
@Produces(JsonAnswer.TYPE)
public class ConnectionPeopleResource extends AdminResource {
  private final ConnectionControl connections;
  private final SourcePreview source;

  @Inject
  public ConnectionPeopleResource(
      RestEntry entry, ConnectionControl connections, SourcePreview source) {
    super(entry);
    this.connections = connections;
    this.source = source;
  }

  /**
   * 200 with the people who are meant by a text: whose id, login or e-mail address it is, or whose
   * name begins with it; at most ten.
   */
  @GET
  public Response find(@PathParam("id") String id, @QueryParam("q") String text) {
    return answer(
        user -> {
          Connection connection = existing(id);
          ObjectNode answer = JsonAnswer.object();
          ArrayNode values = answer.putArray("values");
          source
              .people(connection, Labels.text(text))
              .forEach(person -> values.add(SourceUserJson.brief(person)));
          return JsonAnswer.ok(answer.put("total", values.size()).put("start", 0));
        });
  }

  /** 200 with a person and every attribute of theirs, by path. */
  @GET
  @Path("{person}")
  public Response one(@PathParam("id") String id, @PathParam("person") String person) {
    return answer(
        user ->
            source
                .person(existing(id), person)
                .map(found -> JsonAnswer.ok(SourceUserJson.whole(found)))
                .orElseThrow(RequestRejectedException::notFound));
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
