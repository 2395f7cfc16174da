package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.SourceGroup;
import org.oktasync.run.preview.GroupPreviewer;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.settings.ConnectionControl;

/** Groups of the source of a connection, to be chosen from. */
@Named
@Path("/connections/{id}/groups")
@Produces(JsonAnswer.TYPE)
public class ConnectionGroupsResource extends AdminResource {
  private final ConnectionControl connections;

  /** So many groups are shown of a preview. */
  private static final int SHOWN = 50;

  private final SourcePreview source;
  private final GroupPreviewer previewer;
  private final ConnectionInput input;

  @Inject
  public ConnectionGroupsResource(
      RestEntry entry,
      ConnectionControl connections,
      SourcePreview source,
      GroupPreviewer previewer,
      SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.source = source;
    this.previewer = previewer;
    this.input = new ConnectionInput(settingsJson);
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

  /**
   * 200 with what settings that are not saved make of groups: the first groups of the source whose
   * name holds a text, the rows, and a name that somebody typed.
   *
   * @param text a part of names; all without one
   * @param sample a name to be tried
   */
  @POST
  @Path("preview")
  @Consumes(JsonAnswer.TYPE)
  public Response preview(
      @PathParam("id") String id,
      @QueryParam("q") String text,
      @QueryParam("sample") String sample,
      String body) {
    return answer(
        user -> {
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          ConnectionSettings settings =
              input.draft(JsonBody.read(body), connection.settings()).settings();
          GroupPreviewer.Wish wish =
              new GroupPreviewer.Wish(Labels.text(text), SHOWN, Labels.text(sample));
          return JsonAnswer.ok(
              new GroupPreviewJson(texts()).of(previewer.preview(connection, settings, wish)));
        });
  }

  static ObjectNode of(SourceGroup group) {
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
