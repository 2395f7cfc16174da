package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.oktasync.model.EntityKind;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;

/** Counts as JSON: every name that a kind of thing can have is there, zeros included. */
final class CountsJson {
  private static final List<String> USERS =
      List.of(
          "created",
          "updated",
          "renamed",
          "deactivated",
          "reactivated",
          "deleted",
          "adopted",
          "waiting",
          "staying",
          "unchanged",
          "skipped",
          "failed");
  private static final List<String> GROUPS =
      List.of("created", "updated", "deleted", "adopted", "unchanged", "skipped", "failed");
  private static final List<String> MEMBERSHIPS =
      List.of("added", "removed", "unchanged", "skipped", "failed");
  private static final List<String> LEADS = List.of("updated", "skipped", "failed");
  private static final List<String> OBJECTS =
      List.of("created", "updated", "unchanged", "retired", "deleted", "skipped", "failed");

  private CountsJson() {}

  /** Counts by kind of thing. */
  static ObjectNode of(RunCounts counts) {
    ObjectNode json = JsonAnswer.object();
    json.set("users", names(counts, EntityKind.USER, USERS));
    json.set("groups", names(counts, EntityKind.GROUP, GROUPS));
    json.set("memberships", names(counts, EntityKind.MEMBERSHIP, MEMBERSHIPS));
    json.set("leads", names(counts, EntityKind.LEAD, LEADS));
    json.set("objects", names(counts, EntityKind.OBJECT, OBJECTS));
    return json;
  }

  private static ObjectNode names(RunCounts counts, EntityKind kind, List<String> names) {
    ObjectNode json = JsonAnswer.object();
    names.forEach(name -> json.put(name, 0));
    for (Tally tally : Tally.values()) {
      if (json.has(tally.label())) {
        json.put(tally.label(), counts.get(kind, tally));
      }
    }
    return json;
  }
}
