package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsPattern;

/** Finds settings that this version does not know: left out without a word they would mislead. */
final class UnknownSettings {
  /** What answers say of a connection beyond its settings, and may be sent back as it is. */
  private static final Set<String> SAID_ALONG =
      Set.of(
          "id",
          "version",
          "settingsVersion",
          "provider",
          "directory",
          "token",
          "remarks",
          "warnings",
          "auth.token",
          "assets.token",
          "notices.problem",
          "schedule.state",
          "schedule.nextRunAt",
          "schedule.lastStartedAt",
          "schedule.pausedReason",
          "schedule.pausedMessage",
          "schedule.pausedAt",
          "schedule.reviewed",
          "schedule.passed");

  private final String code;
  private final String beginning;
  private final List<FieldProblem> problems = new ArrayList<>();

  private UnknownSettings(String code, String beginning) {
    this.code = code;
    this.beginning = beginning;
  }

  /**
   * Refuses settings of a connection among which one is unknown.
   *
   * @throws RequestRejectedException naming all of them
   */
  static void refuse(JsonNode settings) {
    refuse(settings, "setting-unknown", "");
  }

  /**
   * The same with a code of the caller's.
   *
   * @param beginning stands before the names of fields
   */
  static void refuse(JsonNode settings, String code, String beginning) {
    UnknownSettings unknown = new UnknownSettings(code, beginning);
    unknown.look(SettingsPattern.json(), settings, "");
    if (!unknown.problems.isEmpty()) {
      throw RequestRejectedException.of(unknown.problems);
    }
  }

  private void look(JsonNode pattern, JsonNode given, String at) {
    for (var field : given.properties()) {
      String name = at + field.getKey();
      JsonNode known = pattern.get(field.getKey());
      if (SAID_ALONG.contains(name)) {
        continue;
      } else if (known == null) {
        problems.add(FieldProblem.of(beginning + name, code));
      } else {
        lookInside(known, field.getValue(), name + ".");
      }
    }
  }

  private void lookInside(JsonNode known, JsonNode value, String at) {
    if (known.isObject() && value.isObject()) {
      look(known, value, at);
    } else if (known.path(0).isObject() && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        look(known.get(0), value.get(i), at + i + ".");
      }
    }
  }
}
