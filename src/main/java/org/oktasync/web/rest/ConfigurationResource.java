package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.ConfigurationImport;
import org.oktasync.run.ConnectionControl;
import org.oktasync.run.ImportedConnection;
import org.oktasync.run.RunPorts;
import org.oktasync.target.TargetDirectory;

/** The configuration as a file, without secrets. */
@Named
@Path("/configuration")
@Produces(JsonAnswer.TYPE)
public class ConfigurationResource extends AdminResource {
  private static final int FORMAT = 1;
  private static final int LONGEST = 2_000_000;

  private final ConnectionControl connections;
  private final RunPorts ports;
  private final SettingsJson settingsJson;
  private final ConfigurationImport imports;
  private final ConnectionInput input;

  @Inject
  public ConfigurationResource(
      RestEntry entry, ConnectionControl connections, RunPorts ports, SettingsJson settingsJson) {
    super(entry);
    this.connections = connections;
    this.ports = ports;
    this.settingsJson = settingsJson;
    this.imports = new ConfigurationImport(ports, connections);
    this.input = new ConnectionInput(settingsJson);
  }

  /** 200 with every connection; directories by their names, no tokens. */
  @GET
  public Response export() {
    return answer(
        user -> {
          ObjectNode json = JsonAnswer.object().put("format", FORMAT);
          ArrayNode list = json.putArray("connections");
          connections.all().forEach(connection -> list.add(of(connection)));
          return JsonAnswer.of(200, json)
              .header("Content-Disposition", "attachment; filename=\"okta-sync.json\"")
              .build();
        });
  }

  private JsonNode of(Connection connection) {
    ObjectNode json = (ObjectNode) JsonBody.read(settingsJson.write(connection.settings())).json();
    json.remove("directoryId");
    return json.put(
        "directory",
        ports
            .targets()
            .directories()
            .find(connection.settings().directoryId())
            .map(TargetDirectory::name)
            .orElse(""));
  }

  /**
   * 200 with what becomes of each connection in the body, which is what {@link #export} answers;
   * only with {@code "apply": true} is it done.
   */
  @POST
  @Consumes(JsonAnswer.TYPE)
  public Response restore(String body) {
    return answer(
        user -> {
          if (body != null && body.length() > LONGEST) {
            throw RequestRejectedException.of(null, "import-too-long", LONGEST);
          }
          JsonBody file = JsonBody.read(body);
          List<ConfigurationImport.Wanted> wanted = wanted(file);
          boolean apply = file.flag("apply").orElse(false);
          List<ImportedConnection> found =
              apply ? imports.apply(wanted, user) : imports.look(wanted);
          ObjectNode json = JsonAnswer.object().put("applied", apply);
          ArrayNode list = json.putArray("connections");
          found.forEach(one -> list.add(of(one)));
          return JsonAnswer.ok(json);
        });
  }

  private List<ConfigurationImport.Wanted> wanted(JsonBody file) {
    if (file.number("format").orElse(0L) != FORMAT) {
      throw RequestRejectedException.of("format", "import-format", FORMAT);
    }
    JsonNode list = file.json().path("connections");
    if (!list.isArray()) {
      throw RequestRejectedException.of("connections", "value-missing");
    }
    List<ConfigurationImport.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      wanted.add(wanted(list.get(i), "connections." + i));
    }
    return wanted;
  }

  private ConfigurationImport.Wanted wanted(JsonNode one, String at) {
    if (!one.isObject() || !one.path("directory").isTextual()) {
      throw RequestRejectedException.of(at + ".directory", "value-missing");
    }
    ObjectNode settings = one.deepCopy();
    settings.remove("directory");
    UnknownSettings.refuse(settings, "import-unknown-setting", at + ".");
    ConnectionSettings read =
        input.draft(JsonBody.read(settings.toString()), ConnectionSettings.defaults()).settings();
    return new ConfigurationImport.Wanted(read, one.path("directory").asText());
  }

  private ObjectNode of(ImportedConnection one) {
    ObjectNode json =
        JsonAnswer.object()
            .put("name", one.settings().name())
            .put("action", one.action().name().toLowerCase(java.util.Locale.ROOT));
    ArrayNode changed = json.putArray("changed");
    one.changed().forEach(changed::add);
    ArrayNode errors = json.putArray("errors");
    for (FieldProblem problem : one.problems()) {
      texts().put(errors.addObject().put("field", problem.field()), problem.message());
    }
    return json;
  }
}
