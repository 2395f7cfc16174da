package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
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
import org.oktasync.record.Page;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.run.RunControl;
import org.oktasync.run.ports.RunPorts;

/** Runs: seen, stopped and decided about. */
@Named
@Path("/runs")
@Produces(JsonAnswer.TYPE)
public class RunResource extends AdminResource {
  private final RunControl runs;
  private final RunJournal journal;
  private final Clock clock;
  private final RunJson json;

  @Inject
  public RunResource(RestEntry entry, RunControl runs, RunPorts ports, Clock clock) {
    super(entry);
    this.runs = runs;
    this.journal = ports.journal();
    this.clock = clock;
    this.json = new RunJson(texts());
  }

  /**
   * 200 with runs, newest first.
   *
   * @param connection id of the connection whose runs are asked for; null for all
   */
  @GET
  public Response list(
      @QueryParam("connection") String connection,
      @QueryParam("start") String start,
      @QueryParam("limit") String limit) {
    return answer(
        user -> {
          ListQuery query = ListQuery.of(start, limit);
          long of = ListQuery.number("connection", connection, 0, 1, Long.MAX_VALUE);
          Page<SyncRun> page = journal.runs(of, query.start(), query.limit());
          return JsonAnswer.ok(JsonAnswer.list(page, this::of));
        });
  }

  /** 200 with one run, as it stands now. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id) {
    return answer(
        user -> {
          SyncRun run = existing(id);
          ObjectNode answer = of(run);
          // Not counted while the run works, when it is watched every second.
          if (run.seenAt(clock.instant()).state().over()) {
            answer.withObject("/written").put("journal", journal.stored(run.id()));
          }
          return JsonAnswer.ok(answer);
        });
  }

  /** 202 when the run was asked to stop. */
  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    return answer(
        user -> {
          long run = existing(id).id();
          runs.cancel(run);
          return JsonAnswer.accepted(run);
        });
  }

  /** 202 when the held run goes on; it keeps its id. */
  @POST
  @Path("{id}/approve")
  public Response approve(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.accepted(runs.approve(existing(id).id(), user).id()));
  }

  /** 200 with the held run, dismissed. */
  @POST
  @Path("{id}/reject")
  public Response reject(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(of(runs.reject(existing(id).id(), user))));
  }

  /** 200 with the dry run, whose plan the caller says to have looked at. */
  @POST
  @Path("{id}/review")
  public Response review(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(of(runs.review(existing(id).id(), user))));
  }

  /** 202 with the id of the new run that applies the plan of this dry run. */
  @POST
  @Path("{id}/apply")
  @Consumes(JsonAnswer.TYPE)
  public Response apply(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          String trigger = RunTrigger.of(JsonBody.read(body));
          SyncRun dryRun = existing(id);
          return JsonAnswer.accepted(runs.applyDryRun(dryRun.id(), trigger, user).id());
        });
  }

  private SyncRun existing(String id) {
    return journal.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }

  private ObjectNode of(SyncRun run) {
    return json.of(run.seenAt(clock.instant()));
  }
}
