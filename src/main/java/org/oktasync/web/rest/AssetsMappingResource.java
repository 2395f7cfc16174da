package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.oktasync.mapping.assets.MappingTable;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.setup.MappingControl;

/** Writing the mapping of Assets: checks, changes by rows, previews. Nothing is saved here. */
@Named
@Path("/connections/{id}/assets/mapping")
@Produces(JsonAnswer.TYPE)
public class AssetsMappingResource extends AdminResource {
  private static final int LONGEST = 200_000;

  private final ConnectionControl connections;
  private final MappingControl mappings;
  private final MappingJson json;

  @Inject
  public AssetsMappingResource(
      RestEntry entry, ConnectionControl connections, MappingControl mappings) {
    super(entry);
    this.connections = connections;
    this.mappings = mappings;
    this.json = new MappingJson(texts());
  }

  /** 200 with the text, after an edit if one is given, and all that is to be said about it. */
  @POST
  @Path("check")
  @Consumes(JsonAnswer.TYPE)
  public Response check(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection connection = existing(id);
          JsonBody input = JsonBody.read(body);
          String text = MappingEdit.of(input.object("edit")).applied(text(input));
          return JsonAnswer.ok(checked(connection, text));
        });
  }

  /** 200 with all that is to be said about the text that the connection has: before a run. */
  @GET
  @Path("check")
  public Response checkSaved(@PathParam("id") String id) {
    return answer(
        user -> {
          Connection connection = existing(id);
          return JsonAnswer.ok(checked(connection, connection.settings().assets().mapping()));
        });
  }

  private ObjectNode checked(Connection connection, String text) {
    MappingControl.Checked checked = mappings.check(connection, text);
    return json.checked(text, new MappingTable(text).rows(), people(connection), checked);
  }

  /** 200 with what one mapping of the text makes of the first objects of its list. */
  @POST
  @Path("preview")
  @Consumes(JsonAnswer.TYPE)
  public Response preview(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          Connection connection = existing(id);
          JsonBody input = JsonBody.read(body);
          String heading = input.text("mapping").orElse("");
          return JsonAnswer.ok(json.preview(mappings.preview(connection, text(input), heading)));
        });
  }

  /** 200 with the paths of Okta and the types and attributes of Assets that a text may name. */
  @GET
  @Path("names")
  public Response names(@PathParam("id") String id) {
    return answer(
        user -> {
          Connection connection = existing(id);
          return JsonAnswer.ok(json.names(mappings.names(connection), people(connection)));
        });
  }

  private static String people(Connection connection) {
    return connection.settings().assets().usersType();
  }

  private static String text(JsonBody input) {
    String text =
        input.text("text").orElseThrow(() -> RequestRejectedException.of("text", "value-missing"));
    if (text.length() > LONGEST) {
      throw RequestRejectedException.of("text", "assets-mapping-too-long", LONGEST);
    }
    return text;
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
