package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunProgress;
import org.oktasync.record.SyncRun;

/** Runs as JSON. */
final class RunJson {
  private final Texts texts;

  RunJson(Texts texts) {
    this.texts = texts;
  }

  /**
   * A run, as it is to be shown now.
   *
   * @param run see {@link SyncRun#seenAt}
   */
  ObjectNode of(SyncRun run) {
    ObjectNode json =
        JsonAnswer.object()
            .put("id", run.id())
            .put("connectionId", run.connectionId())
            .put("trigger", run.trigger())
            .put("startedBy", JsonAnswer.orNull(run.startedBy()))
            .put("mode", run.mode())
            .put("part", JsonAnswer.orNull(run.extent().part()))
            .put("limit", run.extent().limited() ? run.extent().limit() : null)
            .put("dryRun", run.dryRun())
            .put("state", run.state().name());
    putProgress(json, run.progress());
    putPlan(json, run);
    putDecision(json, run);
    putTimes(json, run);
    texts.put(json, run.message());
    ArrayNode notices = json.putArray("notices");
    run.notices().forEach(notice -> texts.put(notices.addObject(), notice));
    putUsage(json, run.progress().usage());
    json.putObject("written").put("directory", run.counts().written());
    return json;
  }

  private static void putProgress(ObjectNode json, RunProgress progress) {
    json.put("phase", progress.phase())
        .putObject("progress")
        .put("done", progress.done())
        .put("total", progress.total());
  }

  private void putPlan(ObjectNode json, SyncRun run) {
    boolean planned = !run.fingerprint().isEmpty();
    boolean whole = run.incomplete().isEmpty();
    json.put("complete", (planned || !whole) ? whole : null);
    ArrayNode lists = json.putArray("incomplete");
    run.incomplete().forEach(list -> lists.add(of(list)));
    json.set("planned", CountsJson.of(run.planned()));
    json.set("counts", CountsJson.of(run.counts()));
    ArrayNode breaches = json.putArray("breaches");
    run.breaches().forEach(breach -> breaches.add(of(breach)));
    json.put("wouldHold", run.dryRun() && !run.breaches().isEmpty())
        .put("planId", planned ? run.planId() : null)
        .put("planFingerprint", JsonAnswer.orNull(run.fingerprint()))
        .put("planExpiresAt", JsonAnswer.time(run.times().planExpiresAt()))
        .put("settingsVersion", run.settingsVersion());
  }

  private ObjectNode of(IncompleteList list) {
    return JsonAnswer.object()
        .put("list", list.list())
        .put("reason", list.reason())
        .put(
            "message",
            texts.of(
                list.list().equals("assets") ? "assets-incomplete" : "list-incomplete",
                list.list(),
                list.reason()));
  }

  private ObjectNode of(GuardrailBreach breach) {
    ObjectNode json =
        JsonAnswer.object()
            .put("guardrail", breach.guardrail())
            .put("subject", JsonAnswer.orNull(breach.subject()))
            .put("limit", breach.limit())
            .put("actual", breach.actual())
            .put("field", "guardrails." + breach.guardrail());
    return texts.put(json, breach.message());
  }

  private static void putDecision(ObjectNode json, SyncRun run) {
    json.put("approvedBy", JsonAnswer.orNull(run.approval().approvedBy()))
        .put("approvedAt", JsonAnswer.time(run.approval().approvedAt()))
        .put("rejectedBy", JsonAnswer.orNull(run.approval().rejectedBy()))
        .put("reviewedBy", JsonAnswer.orNull(run.approval().reviewedBy()))
        .put("reviewedAt", JsonAnswer.time(run.approval().reviewedAt()))
        .put("undoOf", orNull(run.origin().undoOf()))
        .put("resumedFrom", orNull(run.origin().resumedFrom()));
  }

  private static Long orNull(long runId) {
    return runId == 0 ? null : runId;
  }

  private static void putTimes(ObjectNode json, SyncRun run) {
    json.put("heartbeatAt", JsonAnswer.time(run.times().heartbeatAt()))
        .put("startedAt", JsonAnswer.time(run.times().startedAt()))
        .put("finishedAt", JsonAnswer.time(run.times().finishedAt()))
        .put("node", JsonAnswer.orNull(run.node()));
  }

  private static void putUsage(ObjectNode json, SourceUsage usage) {
    json.putObject("source")
        .put("calls", usage.calls())
        .put("retries", usage.retries())
        .put("waitedMs", usage.waitedMs())
        .put("callsPerMinute", usage.callsPerMinute());
  }
}
