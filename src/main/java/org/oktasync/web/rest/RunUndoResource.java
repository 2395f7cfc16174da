package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.record.RunJournal;
import org.oktasync.run.RunUndo;
import org.oktasync.run.ports.RunPorts;

/** Undoes a run. */
@Named
@Path("/runs/{id}/undo")
@Produces(JsonAnswer.TYPE)
public class RunUndoResource extends AdminResource {
  private final RunUndo undo;
  private final RunJournal journal;

  @Inject
  public RunUndoResource(RestEntry entry, RunUndo undo, RunPorts ports) {
    super(entry);
    this.undo = undo;
    this.journal = ports.journal();
  }

  /** 202 with the id of the new run, and notices of what goes with it; 409 when it cannot be. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response start(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          boolean dryRun = fields.flag("dryRun").orElse(false);
          String trigger = RunTrigger.of(fields);
          long run =
              journal.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound).id();
          return accepted(undo.undo(run, dryRun, trigger, user));
        });
  }

  private Response accepted(RunUndo.Started started) {
    ObjectNode answer = JsonAnswer.object().put("id", started.run().id());
    ArrayNode notices = answer.putArray("notices");
    started.notices().forEach(notice -> texts().put(notices.addObject(), notice));
    return JsonAnswer.of(202, answer).build();
  }
}
