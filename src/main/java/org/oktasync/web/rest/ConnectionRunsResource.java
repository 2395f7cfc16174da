package org.oktasync.web.rest;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.record.SyncRun;
import org.oktasync.run.RunControl;
import org.oktasync.run.SyncRequest;
import org.oktasync.run.person.PersonControl;
import org.oktasync.run.read.OnePerson;
import org.oktasync.run.settings.ConnectionControl;

/** Starts the runs of a connection. */
@Named
@Path("/connections/{id}/runs")
@Produces(JsonAnswer.TYPE)
public class ConnectionRunsResource extends AdminResource {
  private static final long MOST = 10_000;

  /** More people than this are no trial. */
  private static final long MOST_PEOPLE = 1_000;

  private final ConnectionControl connections;
  private final RunControl runs;
  private final PersonControl people;

  @Inject
  public ConnectionRunsResource(
      RestEntry entry, ConnectionControl connections, RunControl runs, PersonControl people) {
    super(entry);
    this.people = people;
    this.connections = connections;
    this.runs = runs;
  }

  /** 202 with the id of the run; 409 with the id of the one that is under way. */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response start(@PathParam("id") String id, String body) {
    return answer(
        user -> {
          JsonBody fields = JsonBody.read(body);
          String mode = fields.text("mode").filter(m -> !m.isEmpty()).orElse(SyncRun.FULL);
          Labels.oneOf("mode", mode, List.of(SyncRun.FULL, SyncRun.INCREMENTAL));
          SyncRun.Extent extent = extent(fields);
          boolean dryRun = fields.flag("dryRun").orElse(false);
          String trigger = RunTrigger.of(fields);
          Connection connection =
              connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound);
          Optional<String> person = fields.text("user").map(String::strip);
          SyncRequest request =
              person.isEmpty()
                  ? ofEverybody(connection.id(), trigger, user, mode, dryRun, extent)
                  : ofPerson(connection, person.get(), extent, trigger, user, dryRun);
          return JsonAnswer.accepted(runs.start(request).id());
        });
  }

  /** A limit alone is about objects; with the directory it makes a trial of people. */
  private static SyncRun.Extent extent(JsonBody fields) {
    Optional<Long> limit = fields.number("limit");
    long first = limit.orElse(0L);
    String part = fields.text("part").orElse(first > 0 ? SyncRun.Extent.ASSETS : "");
    Labels.oneOf("part", part, List.of(SyncRun.Extent.DIRECTORY, SyncRun.Extent.ASSETS));
    boolean people = part.equals(SyncRun.Extent.DIRECTORY) && limit.isPresent();
    long least = people ? 1 : 0;
    long most = people ? MOST_PEOPLE : MOST;
    if (first < least || first > most) {
      throw RequestRejectedException.of("limit", "number-out-of-range", least, most);
    } else if (first > 0 && part.isEmpty()) {
      throw RequestRejectedException.of("limit", "not-supported", first, "-");
    }
    return new SyncRun.Extent(part, (int) first);
  }

  private static SyncRequest ofEverybody(
      long connection, String trigger, String by, String mode, boolean dryRun, SyncRun.Extent of) {
    if (of.limited() && of.directory()) {
      if (!mode.equals(SyncRun.FULL)) {
        throw RequestRejectedException.of("mode", "not-supported", mode, SyncRun.FULL);
      }
      return SyncRequest.trial(connection, trigger, by, dryRun, of.limit());
    }
    return new SyncRequest(connection, trigger, by, mode, dryRun, of);
  }

  /** Objects of one person are no part of it, and neither is a limit. */
  private SyncRequest ofPerson(
      Connection connection,
      String person,
      SyncRun.Extent extent,
      String trigger,
      String by,
      boolean dryRun) {
    if (extent.limited() || !extent.directory()) {
      throw RequestRejectedException.of("part", "not-supported", extent.part(), "-");
    }
    OnePerson one = new OnePerson(PersonResource.meant(people, connection, person), false);
    return SyncRequest.ofPerson(connection.id(), trigger, by, dryRun, one);
  }
}
