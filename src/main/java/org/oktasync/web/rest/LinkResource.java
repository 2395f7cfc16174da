package org.oktasync.web.rest;

import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncStates;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;

/** Decides about single links. Refused while a run works with the links of the connection. */
@Named
@Path("/links/{id}")
@Produces(JsonAnswer.TYPE)
public class LinkResource extends AdminResource {
  private final LinkRegistry links;
  private final SyncStates states;
  private final RunJournal journal;
  private final Clock clock;

  @Inject
  public LinkResource(RestEntry entry, RunPorts ports, Clock clock) {
    super(entry);
    this.links = ports.links();
    this.states = ports.states();
    this.journal = ports.journal();
    this.clock = clock;
  }

  /**
   * 204 when the link is given up; the account or group stays as it is. The next run looks at
   * everybody: whom this concerns has not changed in the source.
   */
  @POST
  @Path("release")
  public Response release(@PathParam("id") String id) {
    return answer(
        user -> {
          Link link = existing(id);
          requireNoRun(link.connectionId());
          links.release(link.id());
          states.forget(link.connectionId());
          return JsonAnswer.done();
        });
  }

  /** 200 with the link of a group that from now on keeps the members we did not add, or not. */
  @POST
  @Path("keep-unowned-members")
  @Consumes(JsonAnswer.TYPE)
  public Response keepUnownedMembers(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          boolean keep =
              JsonBody.read(body)
                  .flag("keep")
                  .orElseThrow(() -> RequestRejectedException.of("keep", "wrong-type", "boolean"));
          Link link = existing(id);
          if (link.kind() != EntityKind.GROUP) {
            throw RequestRejectedException.of(null, "link-not-of-group");
          }
          requireNoRun(link.connectionId());
          links.store(List.of(link.keepingUnownedMembers(keep)));
          states.forget(link.connectionId());
          return JsonAnswer.ok(LinkJson.of(existing(id)));
        });
  }

  private Link existing(String id) {
    return links.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
  }

  private void requireNoRun(long connectionId) {
    journal.running(connectionId).stream()
        .filter(run -> run.seenAt(clock.instant()).state() == RunState.RUNNING)
        .findFirst()
        .ifPresent(
            run -> {
              throw new RunRefusedException(Message.of("run-in-progress", run.id()), run.id());
            });
  }
}
