package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SealedSecret;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.Message;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.schedule.PauseReason;
import org.oktasync.schedule.ScheduleState;
import org.oktasync.schedule.ScheduleView;
import org.oktasync.schedule.Schedules;
import org.oktasync.target.TargetDirectory;

/** Connections as JSON; of a secret only whether, when and by whom it was set. */
final class ConnectionJson {
  private static final String PROVIDER = "okta";

  private final SettingsJson settingsJson;
  private final TargetFactory targets;
  private final Schedules schedules;
  private final Notifier notifier;
  private final Predicate<SealedSecret> readable;
  private final Texts texts;

  /**
   * @param readable whether a secret that is set can be opened
   */
  ConnectionJson(
      SettingsJson settingsJson,
      TargetFactory targets,
      Schedules schedules,
      Notifier notifier,
      Predicate<SealedSecret> readable,
      Texts texts) {
    this.settingsJson = settingsJson;
    this.targets = targets;
    this.schedules = schedules;
    this.notifier = notifier;
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
    putSchedule(json.withObject("/schedule"), connection);
    json.withObject("/notices").set("problem", problem());
    json.set("token", token(connection.token()));
    json.withObject("/assets").set("token", token(connection.assetsToken()));
    return json;
  }

  /**
   * A stored connection.
   *
   * @param warnings what is wrong with its settings by now
   */
  ObjectNode warned(Connection connection, List<FieldProblem> warnings) {
    ObjectNode json = of(connection);
    ArrayNode list = json.putArray("warnings");
    warnings.forEach(one -> texts.put(list.addObject().put("field", one.field()), one.message()));
    return json;
  }

  /**
   * A stored connection and what is to be said about its being saved.
   *
   * @param warnings what is wrong with its settings by now
   */
  ObjectNode of(Connection connection, List<FieldProblem> warnings, List<Message> remarks) {
    ObjectNode json = warned(connection, warnings);
    ArrayNode list = json.putArray("remarks");
    remarks.forEach(remark -> texts.put(list.addObject(), remark));
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

  private void putSchedule(ObjectNode json, Connection connection) {
    ScheduleView view = schedules.view(connection);
    PauseReason reason = view.pausedReason();
    String name = connection.settings().name();
    json.put("state", view.status().name().toLowerCase(Locale.ROOT))
        .put("nextRunAt", JsonAnswer.time(view.nextRunAt()))
        .put("lastStartedAt", JsonAnswer.time(view.lastStartedAt()))
        .put("pausedReason", reason == null ? null : reason.label())
        .put("pausedMessage", reason == null ? null : texts.of(reason.message(name)))
        .put("pausedAt", JsonAnswer.time(view.pausedAt()))
        .put("reviewed", view.reviewed());
    ScheduleState.Passed passed = view.passed();
    json.set("passed", passed == null ? null : passed(passed));
  }

  private ObjectNode passed(ScheduleState.Passed passed) {
    ObjectNode json = JsonAnswer.object().put("due", JsonAnswer.time(passed.due()));
    return texts.put(json, passed.why());
  }

  /** Why no notice can be sent; null when nothing is in the way. */
  private JsonNode problem() {
    return notifier.problem().map(why -> texts.put(JsonAnswer.object(), why)).orElse(null);
  }

  private JsonNode directory(long id) {
    Optional<TargetDirectory> found = id == 0 ? Optional.empty() : targets.directories().find(id);
    return JsonAnswer.object()
        .put("id", id == 0 ? null : id)
        .put("name", found.map(TargetDirectory::name).orElse(null))
        .put("type", found.map(TargetDirectory::type).orElse(null));
  }

  private JsonNode token(SealedSecret secret) {
    return JsonAnswer.object()
        .put("set", secret.isSet())
        .put("readable", readable.test(secret))
        .put("setAt", JsonAnswer.time(secret.setAt()))
        .put("setBy", JsonAnswer.orNull(secret.setBy()));
  }
}
