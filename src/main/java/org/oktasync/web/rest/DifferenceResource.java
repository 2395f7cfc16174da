package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsJson;
import org.oktasync.plan.ChangeRow;
import org.oktasync.run.preview.DifferenceTask;
import org.oktasync.run.preview.DifferenceTasks;
import org.oktasync.run.preview.PlanDifference;
import org.oktasync.run.preview.PlanDifferences;
import org.oktasync.run.settings.ConnectionControl;

/** What settings would change that are not saved yet. */
@Named
@Path("/connections/{id}/diff")
@Produces(JsonAnswer.TYPE)
public class DifferenceResource extends AdminResource {
  private static final long USUAL = 100;
  private static final long MOST = 1_000;

  private final ConnectionControl connections;
  private final DifferenceTasks differences;
  private final ConnectionInput input;

  @Inject
  public DifferenceResource(
      RestEntry entry,
      ConnectionControl connections,
      DifferenceTasks differences,
      SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.differences = differences;
    this.input = new ConnectionInput(settingsJson);
  }

  /**
   * 200 with the difference between the plan of a full run as settings are, and one with the
   * settings in the body; in the background, 202 with the working out that began. Nothing is saved
   * or written.
   *
   * @param background {@code true} where it could take longer than a request may
   * @param text the beginning of a name, to show the changes of some alone
   * @param limit at most so many changes of each part; 100 when nothing is said
   */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response start(
      @PathParam("id") String id,
      @QueryParam("q") String text,
      @QueryParam("limit") String limit,
      @QueryParam("background") String background,
      String body) {
    return answer(
        user -> {
          Connection present = existing(id);
          PlanDifferences.Wish wish =
              new PlanDifferences.Wish(Labels.text(text), (int) limit(limit));
          JsonBody fields = JsonBody.read(body);
          UnknownSettings.refuse(fields.json());
          Connection other =
              connections.judged(present.id(), input.draft(fields, present.settings()));
          return Labels.text(background).equals("true")
              ? JsonAnswer.of(202, of(differences.start(present, other, user, wish))).build()
              : JsonAnswer.ok(of(differences.find(present, other, user, wish)));
        });
  }

  /** 200 with the last one on this node; its state is {@code NONE} when there was none lately. */
  @GET
  public Response progress(@PathParam("id") String id) {
    return answer(
        user ->
            JsonAnswer.ok(
                differences
                    .last(existing(id).id())
                    .map(this::of)
                    .orElse(JsonAnswer.object().put("state", "NONE"))));
  }

  /** 204; the one that is being worked out ends. */
  @DELETE
  public Response cancel(@PathParam("id") String id) {
    return answer(
        user -> {
          differences.cancel(existing(id).id());
          return JsonAnswer.done();
        });
  }

  private Connection existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }

  private static long limit(String text) {
    String given = Labels.text(text);
    if (given.isEmpty()) {
      return USUAL;
    } else if (!given.matches("\\d{1,4}") || Long.parseLong(given) > MOST) {
      throw RequestRejectedException.of("limit", "number-out-of-range", 0, MOST);
    }
    return Long.parseLong(given);
  }

  private ObjectNode of(DifferenceTask task) {
    ObjectNode json =
        JsonAnswer.object()
            .put("state", task.state().name())
            .put("step", task.step())
            .put("steps", DifferenceTask.STEPS)
            .put("phase", task.progress().phase())
            .put("done", task.progress().done())
            .put("total", task.progress().total())
            .put("startedBy", task.startedBy())
            .put("startedAt", JsonAnswer.time(task.startedAt()))
            .put("finishedAt", JsonAnswer.time(task.finishedAt()));
    json.set("difference", task.difference() == null ? null : of(task.difference()));
    return texts().put(json, task.problem());
  }

  private ObjectNode of(PlanDifference difference) {
    ObjectNode json = JsonAnswer.object();
    json.set("before", CountsJson.of(difference.before()));
    json.set("after", CountsJson.of(difference.after()));
    json.set("added", of(difference.added()));
    json.set("dropped", of(difference.dropped()));
    ArrayNode breaches = json.putArray("breaches");
    difference
        .breaches()
        .forEach(
            breach ->
                breaches
                    .addObject()
                    .put("guardrail", breach.guardrail())
                    .put("limit", breach.limit())
                    .put("actual", breach.actual())
                    .put("message", texts().of(breach.message())));
    ArrayNode incomplete = json.putArray("incomplete");
    difference
        .incomplete()
        .forEach(
            list -> incomplete.addObject().put("list", list.list()).put("reason", list.reason()));
    return json;
  }

  private ObjectNode of(PlanDifference.Part part) {
    ObjectNode json = JsonAnswer.object().put("total", part.total()).put("start", 0);
    ArrayNode values = json.putArray("values");
    for (ChangeRow row : part.first()) {
      values.add(PersonPreviewJson.change(texts(), row));
    }
    return json;
  }
}
