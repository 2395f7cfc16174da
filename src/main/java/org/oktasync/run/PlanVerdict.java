package org.oktasync.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.config.Connection;
import org.oktasync.model.EntityKind;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.AccessLoss;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Operation;
import org.oktasync.plan.PlanSummary;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunLines;
import org.oktasync.run.read.RunReading;

/** Writes into a run what its plan would do and whether it may. */
final class PlanVerdict {
  private final RunJournal journal;
  private final RunLines lines;
  private final Clock clock;

  PlanVerdict(RunJournal journal, RunLines lines, Clock clock) {
    this.journal = journal;
    this.lines = lines;
    this.clock = clock;
  }

  /** What a plan rests on, as far as the run remembers it. */
  record Basis(String mode, List<IncompleteList> incomplete, List<Message> notices) {}

  /**
   * The run with the totals of its plan, stored: over when it was a dry run, held when a limit is
   * breached, else going on.
   */
  SyncRun judged(
      SyncRun run,
      Connection connection,
      Basis basis,
      PlanSummary summary,
      String fingerprint,
      List<GuardrailBreach> breaches) {
    RunState state =
        run.dryRun() ? looked(basis) : breaches.isEmpty() ? RunState.RUNNING : RunState.HELD;
    Duration validity = Duration.ofHours(connection.settings().planHours());
    SyncRun judged =
        run.with()
            .mode(basis.mode())
            .state(state)
            .planned(RunCounts.planned(summary))
            .counts(untouched(summary))
            .breaches(breaches)
            .incomplete(basis.incomplete())
            .notices(basis.notices())
            .fingerprint(fingerprint)
            .planExpiresAt(clock.instant().plus(validity))
            .finishedAt(state.over() ? clock.instant() : null)
            .message(state == RunState.HELD ? Message.of("run-held", breaches.size()) : null)
            .build();
    journal.update(judged);
    lines.planned(judged);
    return judged;
  }

  private static RunState looked(Basis basis) {
    return basis.incomplete().isEmpty() ? RunState.SUCCEEDED : RunState.PARTIAL;
  }

  /** What else a person should know about a plan. */
  static List<Message> notices(RunReading reading, AccessLoss loss) {
    List<Message> notices = new ArrayList<>(reading.notices());
    if (loss.people() > 0) {
      String named = String.join(", ", loss.some());
      notices.add(Message.of("people-without-access", loss.people(), named));
      if (loss.doubtful() > 0) {
        notices.add(Message.of("access-depends-on-aggregation", loss.doubtful()));
      }
    }
    List<String> offCount = reading.offCount();
    if (!offCount.isEmpty()) {
      String some = String.join(", ", offCount.stream().limit(5).toList());
      notices.add(Message.of("run-count-differs", offCount.size(), some));
    }
    return notices;
  }

  /** The counts of a run that has not written yet. */
  private static RunCounts untouched(PlanSummary summary) {
    RunCounts counts = RunCounts.NONE;
    for (EntityKind kind : EntityKind.values()) {
      counts =
          counts
              .plus(kind, Tally.UNCHANGED, summary.unchanged().getOrDefault(kind, 0L))
              .plus(kind, Tally.SKIPPED, summary.count(kind, Operation.LEAVE));
    }
    return counts;
  }
}
