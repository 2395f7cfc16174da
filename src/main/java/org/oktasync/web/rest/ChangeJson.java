package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.plan.ChangeRow;
import org.oktasync.record.JournalEntry;

/** Changes of a run as JSON. */
final class ChangeJson {
  private final Texts texts;

  ChangeJson(Texts texts) {
    this.texts = texts;
  }

  /** A change of a run and what became of it. */
  ObjectNode of(long runId, JournalEntry entry) {
    ChangeRow row = entry.change().row();
    ObjectNode json =
        JsonAnswer.object()
            .put("id", id(runId, entry))
            .put("kind", row.kind().label())
            .put("operation", row.operation().label())
            .put("subject", row.subject())
            .put("object", JsonAnswer.orNull(row.object()))
            .put("key", JsonAnswer.orNull(row.key()))
            .put("sourceId", row.sourceId());
    json.set("before", values(row.before()));
    json.set("after", values(row.after()));
    return json.put("outcome", entry.outcome().name())
        .put("reason", reason(entry))
        .put("message", message(entry));
  }

  /** The id of a change: its run and its number in the plan. */
  static String id(long runId, JournalEntry entry) {
    return runId + "-" + entry.change().ordinal();
  }

  /** Values by name, in alphabetical order. */
  static ObjectNode values(Map<String, String> values) {
    ObjectNode json = JsonAnswer.object();
    new TreeMap<>(values).forEach(json::put);
    return json;
  }

  /** The code of why it was planned or not applied; null when there is nothing to say. */
  static String reason(JournalEntry entry) {
    return entry.message() == null
        ? JsonAnswer.orNull(entry.change().row().reason())
        : entry.message().code();
  }

  /** Why it was planned or not applied; null when there is nothing to say. */
  String message(JournalEntry entry) {
    return entry.message() == null ? null : texts.of(entry.message());
  }
}
