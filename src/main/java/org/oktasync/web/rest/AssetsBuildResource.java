package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
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
import org.oktasync.plan.schema.SchemaAction;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.setup.SchemaBuild;
import org.oktasync.run.setup.SchemaBuilds;
import org.oktasync.run.setup.SchemaDraft;

/** The schema of a connection in Assets: what it lacks, and building that. */
@Named
@Path("/connections/{id}/assets/build")
@Produces(JsonAnswer.TYPE)
public class AssetsBuildResource extends AdminResource {
  private final ConnectionControl connections;
  private final SchemaBuilds builds;

  @Inject
  public AssetsBuildResource(RestEntry entry, ConnectionControl connections, SchemaBuilds builds) {
    super(entry);
    this.connections = connections;
    this.builds = builds;
  }

  /**
   * 200 with what building would come to.
   *
   * @param additions {@code true} to count in what is new in Okta
   */
  @GET
  public Response draft(@PathParam("id") String id, @QueryParam("additions") String additions) {
    return answer(
        user -> {
          SchemaDraft.Wish wish = new SchemaDraft.Wish(Boolean.parseBoolean(additions), Set.of());
          return JsonAnswer.ok(of(builds.draft(existing(id), wish)));
        });
  }

  /** 202 with the building that began. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response start(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          SchemaDraft.Wish wish =
              new SchemaDraft.Wish(
                  fields.flag("additions").orElse(false),
                  Set.copyOf(fields.texts("renamings")),
                  fields.flag("names").orElse(false));
          SchemaBuild begun = builds.start(existing(id), wish, user);
          return JsonAnswer.of(202, of(begun)).build();
        });
  }

  /** 200 with the last building on this node; its state is {@code NONE} when there was none. */
  @GET
  @Path("progress")
  public Response progress(@PathParam("id") String id) {
    return answer(
        user ->
            JsonAnswer.ok(
                builds
                    .last(existing(id).id())
                    .map(this::of)
                    .orElse(JsonAnswer.object().put("state", "NONE"))));
  }

  private ObjectNode of(SchemaDraft draft) {
    ObjectNode json = JsonAnswer.object().put("blocked", draft.isBlocked());
    draft.clashes().forEach(json.putArray("clashes")::add);
    ArrayNode actions = json.putArray("actions");
    draft.plan().actions().forEach(action -> actions.add(of(action)));
    json.put("mapping", draft.mapping());
    draft.additions().forEach(json.putArray("additions")::add);
    ArrayNode renamings = json.putArray("renamings");
    draft
        .renamings()
        .forEach(
            one ->
                renamings
                    .addObject()
                    .put("id", one.type() + "/" + one.from())
                    .put("type", one.type())
                    .put("from", one.from())
                    .put("to", one.to()));
    ArrayNode renamed = json.putArray("renamed");
    draft
        .renamed()
        .forEach(
            one ->
                renamed
                    .addObject()
                    .put("type", one.type())
                    .put("attribute", JsonAnswer.orNull(one.attribute()))
                    .put("was", one.was()));
    ArrayNode disputed = json.putArray("disputed");
    draft
        .disputed()
        .forEach(one -> disputed.addObject().put("name", one.name()).put("now", one.now()));
    ArrayNode notices = json.putArray("notices");
    draft.notices().forEach(notice -> texts().put(notices.addObject(), notice));
    return json;
  }

  private static ObjectNode of(SchemaAction action) {
    ObjectNode json = JsonAnswer.object().put("action", action.label()).put("type", action.type());
    if (action instanceof SchemaAction.CreateStatus status) {
      json.put("name", status.name());
    } else if (action instanceof SchemaAction.NameLabel label) {
      json.put("name", label.attribute().name());
    } else if (action instanceof SchemaAction.CreateAttribute made) {
      json.put("name", made.attribute().name())
          .put("values", made.attribute().type().name().toLowerCase(Locale.ROOT))
          .put("several", made.attribute().several())
          .put("refersTo", JsonAnswer.orNull(made.attribute().refersTo()));
    } else if (action instanceof SchemaAction.WidenAttribute wide) {
      json.put("name", wide.attribute());
    } else if (action instanceof SchemaAction.RenameAttribute renamed) {
      json.put("name", renamed.from()).put("to", renamed.to());
    } else {
      json.put("name", action.type());
    }
    return json;
  }

  private ObjectNode of(SchemaBuild build) {
    ObjectNode json =
        JsonAnswer.object()
            .put("state", build.state().name())
            .put("done", build.done())
            .put("total", build.total())
            .put("startedBy", build.startedBy())
            .put("startedAt", JsonAnswer.time(build.startedAt()))
            .put("finishedAt", JsonAnswer.time(build.finishedAt()));
    json.set("current", build.current() == null ? null : of(build.current()));
    return texts().put(json, build.problem());
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }
}
