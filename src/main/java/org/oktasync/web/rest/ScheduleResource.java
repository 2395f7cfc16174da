package org.oktasync.web.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.schedule.Schedules;

/** Pauses the schedule of a connection, and switches it on again. */
@Named
@Path("/connections/{id}/schedule")
@Produces(JsonAnswer.TYPE)
public class ScheduleResource extends AdminResource {
  private final ConnectionControl connections;
  private final Schedules schedules;
  private final ConnectionJson json;

  @Inject
  public ScheduleResource(
      RestEntry entry,
      ConnectionControl connections,
      Schedules schedules,
      Notifier notifier,
      RunPorts ports,
      SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.schedules = schedules;
    this.json =
        new ConnectionJson(
            settingsJson,
            ports.targets(),
            schedules,
            notifier,
            connections::secretReadable,
            texts());
  }

  /** 200 with the connection, whose schedule rests. */
  @POST
  @Path("pause")
  public Response pause(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(json.of(schedules.pause(existing(id), user))));
  }

  /** 200 with the connection, whose schedule is on; 400 without a reviewed dry run. */
  @POST
  @Path("resume")
  public Response resume(@PathParam("id") String id) {
    return answer(user -> JsonAnswer.ok(json.of(schedules.resume(existing(id), user))));
  }

  private long existing(String id) {
    return connections.find(ListQuery.id(id)).orElseThrow(RequestRejectedException::notFound).id();
  }
}
