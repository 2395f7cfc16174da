package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.Message;
import org.oktasync.run.TargetFactory;
import org.oktasync.target.TargetDirectory;

/** Connections as JSON; of a secret only whether, when and by whom it was set. */
final class ConnectionJson {
  private static final String PROVIDER = "okta";

  private final SettingsJson settingsJson;
  private final TargetFactory targets;
  private final Predicate<Connection> readable;
  private final Texts texts;

  /**
   * @param readable whether the secret of a connection can be opened
   */
  ConnectionJson(
      SettingsJson settingsJson,
      TargetFactory targets,
      Predicate<Connection> readable,
      Texts texts) {
    this.settingsJson = settingsJson;
    this.targets = targets;
    this.readable = readable;
    this.texts = texts;
  }

  /** A stored connection. */
  ObjectNode of(Connection connection) {
    ObjectNode json =
        JsonAnswer.object()
            .put("id", connection.id())
            .put("version", connection.version())
            .put("settingsVersion", connection.settingsVersion());
    putSettings(json, connection.settings());
    json.set("token", token(connection));
    return json;
  }

  /** A stored connection and what was corrected when it was saved. */
  ObjectNode of(Connection connection, List<Message> notices) {
    ObjectNode json = of(connection);
    ArrayNode list = json.putArray("notices");
    notices.forEach(notice -> texts.put(list.addObject(), notice));
    return json;
  }

  /** Settings that belong to no connection yet. */
  ObjectNode of(ConnectionSettings settings) {
    ObjectNode json = JsonAnswer.object();
    putSettings(json, settings);
    return json;
  }

  private void putSettings(ObjectNode json, ConnectionSettings settings) {
    JsonBody fields = JsonBody.read(settingsJson.write(settings));
    json.put("provider", PROVIDER);
    for (var field : fields.json().properties()) {
      if (field.getKey().equals("directoryId")) {
        json.set("directory", directory(settings.directoryId()));
      } else {
        json.set(field.getKey(), field.getValue());
      }
    }
  }

  private JsonNode directory(long id) {
    Optional<TargetDirectory> found = id == 0 ? Optional.empty() : targets.directories().find(id);
    return JsonAnswer.object()
        .put("id", id == 0 ? null : id)
        .put("name", found.map(TargetDirectory::name).orElse(null))
        .put("type", found.map(TargetDirectory::type).orElse(null));
  }

  private JsonNode token(Connection connection) {
    return JsonAnswer.object()
        .put("set", connection.hasSecret())
        .put("readable", readable.test(connection))
        .put("setAt", JsonAnswer.time(connection.secretSetAt()))
        .put("setBy", JsonAnswer.orNull(connection.secretSetBy()));
  }
}
