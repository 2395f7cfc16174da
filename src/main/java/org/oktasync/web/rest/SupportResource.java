package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsJson;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tables;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.schedule.Schedules;
import org.oktasync.support.Installation;
import org.oktasync.support.KnownPeople;
import org.oktasync.support.LogRing;

/** What support needs to see, as one file: no secrets, and nobody's name. */
@Named
@Path("/support.zip")
public class SupportResource extends AdminResource {
  private static final int RUNS = 20;

  private final ConnectionControl connections;
  private final RunPorts ports;
  private final HealthChecks health;
  private final Installation installation;
  private final Tables tables;
  private final LogRing lines;
  private final Clock clock;
  private final RunJson runJson;
  private final ConnectionJson connectionJson;

  @Inject
  public SupportResource(
      RestEntry entry,
      ConnectionControl connections,
      RunPorts ports,
      HealthChecks health,
      Installation installation,
      Tables tables,
      LogRing lines,
      SettingsJson settingsJson,
      Schedules schedules,
      Notifier notifier,
      Clock clock) {
    super(entry);
    this.connections = connections;
    this.ports = ports;
    this.health = health;
    this.installation = installation;
    this.tables = tables;
    this.lines = lines;
    this.clock = clock;
    this.runJson = new RunJson(texts());
    this.connectionJson =
        new ConnectionJson(
            settingsJson,
            ports.targets(),
            schedules,
            notifier,
            connections::secretReadable,
            texts());
  }

  /** 200 with a zip file. */
  @GET
  @Produces("application/zip")
  public Response get() {
    return answer(
        user -> {
          StreamingOutput stream = this::write;
          return Response.status(200)
              .entity(stream)
              .type("application/zip")
              .header("Content-Disposition", "attachment; filename=\"okta-sync-support.zip\"")
              .header("Cache-Control", "no-store")
              .header("X-Content-Type-Options", "nosniff")
              .build();
        });
  }

  /** A file that cannot be finished breaks off, lest half of it be taken for the whole. */
  private void write(OutputStream out) throws IOException {
    try {
      List<Connection> all = connections.all();
      List<SyncRun> runs = ports.journal().runs(0, 0, RUNS).values();
      SupportArchive archive = new SupportArchive(out, new KnownPeople(ports).pseudonyms(all));
      all.forEach(archive::learn);
      runs.forEach(archive::learn);
      archive.add("installation.json", installation());
      archive.add("health.json", HealthResource.json(health.run(), texts()));
      archive.add("connections.json", connections(all));
      archive.add("runs.json", runs(runs));
      archive.add("tables.json", tables());
      archive.add("log-of-this-node.txt", lines.lines());
      archive.finish();
    } catch (RuntimeException e) {
      log().error(e, "The file for support broke off");
      throw e;
    }
  }

  private ObjectNode installation() {
    ObjectNode json = JsonAnswer.object().put("madeAt", clock.instant().toString());
    ObjectNode versions = json.putObject("versions");
    installation.versions().forEach(versions::put);
    json.put("node", installation.node());
    ArrayNode nodes = json.putArray("liveNodes");
    installation.liveNodes().forEach(nodes::add);
    return json;
  }

  private ArrayNode connections(List<Connection> all) {
    ArrayNode json = JsonAnswer.object().putArray("connections");
    all.forEach(connection -> json.add(connectionJson.of(connection)));
    return json;
  }

  private ArrayNode runs(List<SyncRun> runs) {
    ArrayNode json = JsonAnswer.object().putArray("runs");
    runs.forEach(run -> json.add(runJson.of(run.seenAt(clock.instant()))));
    return json;
  }

  private ObjectNode tables() {
    ObjectNode json = JsonAnswer.object();
    tables.rows().forEach(json::put);
    return json;
  }
}
