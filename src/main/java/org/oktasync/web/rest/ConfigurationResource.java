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
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.RetentionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.settings.ConfigurationImport;
import org.oktasync.run.settings.ConnectionControl;
import org.oktasync.run.settings.ImportedConnection;
import org.oktasync.run.settings.ImportedRetention;
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
  private final ProductSettingsStore product;
  private final ConfigurationImport imports;
  private final ConnectionInput input;

  @Inject
  public ConfigurationResource(
      RestEntry entry,
      ConnectionControl connections,
      RunPorts ports,
      SettingsJson settingsJson,
      ProductSettingsStore product) {
    super(entry);
    this.product = product;
    this.connections = connections;
    this.ports = ports;
    this.settingsJson = settingsJson;
    this.imports = new ConfigurationImport(ports, connections, product);
    this.input = new ConnectionInput(settingsJson);
  }

  /**
   * 200 with every connection, directories by their names, no tokens; and how long runs are kept.
   */
  @GET
  public Response export() {
    return answer(
        user -> {
          ObjectNode json = JsonAnswer.object().put("format", FORMAT);
          ArrayNode list = json.putArray("connections");
          connections.all().forEach(connection -> list.add(of(connection)));
          json.set("retention", RetentionJson.of(product.read().retention()));
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
   * 200 with what becomes of each connection in the body, which is what {@link #export} answers,
   * and of the times of keeping; only with {@code "apply": true} is it done.
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
          ConfigurationImport.File wanted =
              new ConfigurationImport.File(wanted(file), retention(file));
          boolean apply = file.flag("apply").orElse(false);
          ConfigurationImport.Imported found =
              apply ? imports.apply(wanted, user) : imports.look(wanted);
          ObjectNode json = JsonAnswer.object().put("applied", apply);
          ArrayNode list = json.putArray("connections");
          found.connections().forEach(one -> list.add(of(one)));
          json.set("retention", of(found.retention()));
          return JsonAnswer.ok(json);
        });
  }

  /** Null when the file does not say; files of earlier versions do not. */
  private RetentionSettings retention(JsonBody file) {
    JsonBody given = file.object("retention");
    RetentionSettings before = product.read().retention();
    List<FieldProblem> unknown = new ArrayList<>();
    given
        .json()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!RetentionJson.of(before).has(name)) {
                unknown.add(FieldProblem.of("retention." + name, "import-unknown-setting"));
              }
            });
    if (!unknown.isEmpty()) {
      throw RequestRejectedException.of(unknown);
    }
    return given.json().isEmpty() ? null : RetentionJson.read(given, before);
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
    putErrors(json, one.problems());
    return json;
  }

  private ObjectNode of(ImportedRetention retention) {
    ObjectNode json = JsonAnswer.object().put("action", retention.changes() ? "change" : "none");
    json.set("before", RetentionJson.of(retention.before()));
    json.set("after", RetentionJson.of(retention.after()));
    putErrors(json, retention.problems());
    return json;
  }

  private void putErrors(ObjectNode json, List<FieldProblem> problems) {
    ArrayNode errors = json.putArray("errors");
    for (FieldProblem problem : problems) {
      texts().put(errors.addObject().put("field", problem.field()), problem.message());
    }
  }
}
