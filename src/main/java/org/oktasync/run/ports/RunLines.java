package org.oktasync.run.ports;

import java.time.Duration;
import org.oktasync.control.SyncLog;
import org.oktasync.model.EntityKind;
import org.oktasync.model.SourceUsage;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunCounts;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** What the log says of each run: how it began, what it plans, how it ended. Names nobody. */
public final class RunLines {
  private final SyncLog log;

  public RunLines(SyncLog log) {
    this.log = log;
  }

  /** Who started what on which node. */
  public void begins(SyncRun run) {
    log.info(
        "Begins on node %s: mode %s, dry run %s, trigger %s, undo of %d, resumed from %d",
        run.node(),
        run.mode(),
        run.dryRun(),
        run.trigger(),
        run.origin().undoOf(),
        run.origin().resumedFrom());
  }

  /** What the plan comes to, and the first limit that it does not keep. */
  public void planned(SyncRun run) {
    log.info("Planned: %s", text(run.planned()));
    if (!run.breaches().isEmpty()) {
      // What a limit is about may be a person: the canary is one.
      GuardrailBreach first = run.breaches().get(0);
      log.info(
          "Limits not kept: %d, the first: guardrail=%s, limit=%d, actual=%d",
          run.breaches().size(), first.guardrail(), first.limit(), first.actual());
    }
  }

  /** How it ended, after how long, and what it took. */
  public void ended(SyncRun run) {
    SourceUsage usage = run.progress().usage();
    log.info(
        "Ended as %s%s after %d s: %s; %d calls to the source, %d of them again, %d ms of waiting",
        run.state(),
        run.message() == null ? "" : " (" + run.message().code() + ")",
        seconds(run),
        text(run.counts()),
        usage.calls(),
        usage.retries(),
        usage.waitedMs());
  }

  private static long seconds(SyncRun run) {
    return run.times().finishedAt() == null
        ? 0
        : Duration.between(run.times().startedAt(), run.times().finishedAt()).toSeconds();
  }

  private static String text(RunCounts counts) {
    StringBuilder text = new StringBuilder();
    for (EntityKind kind : EntityKind.values()) {
      for (Tally tally : Tally.values()) {
        long count = counts.get(kind, tally);
        if (count > 0) {
          text.append(text.isEmpty() ? "" : ", ");
          text.append(kind.label()).append(' ').append(tally.label()).append(' ').append(count);
        }
      }
    }
    return text.isEmpty() ? "nothing" : text.toString();
  }
}
