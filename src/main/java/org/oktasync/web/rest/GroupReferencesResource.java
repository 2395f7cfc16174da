package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.model.GroupName;
import org.oktasync.run.settings.GroupMentions;
import org.oktasync.target.GroupReferences;

/** What names a group, to be looked through when another one takes its place. */
@Named
@Path("/group-references")
@Produces(JsonAnswer.TYPE)
public class GroupReferencesResource extends AdminResource {
  private final GroupMentions mentions;

  @Inject
  public GroupReferencesResource(RestEntry entry, GroupMentions mentions) {
    super(entry);
    this.mentions = mentions;
  }

  /**
   * 200 with what names a group, whether there is such a group or not.
   *
   * @param name the group, in any spelling
   */
  @GET
  public Response get(@QueryParam("name") String name) {
    return answer(
        user -> {
          String wanted = Labels.text(name);
          if (wanted.isEmpty()) {
            throw RequestRejectedException.of("name", "value-missing");
          }
          return JsonAnswer.ok(of(mentions.of(new GroupName(wanted))));
        });
  }

  private static ObjectNode of(GroupReferences.Found found) {
    ObjectNode json = JsonAnswer.object();
    ArrayNode values = json.putArray("values");
    found
        .references()
        .forEach(
            one ->
                values
                    .addObject()
                    .put("place", one.place().label())
                    .put("name", one.name())
                    .put("detail", JsonAnswer.orNull(one.detail())));
    ArrayNode unknown = json.putArray("unknown");
    found.unknown().stream().map(GroupReferences.Place::label).sorted().forEach(unknown::add);
    return json;
  }
}
