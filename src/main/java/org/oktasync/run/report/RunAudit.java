package org.oktasync.run.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.config.Connection;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** What the audit log gets of runs: what people do, and what runs change or fail to. */
public final class RunAudit {
  private RunAudit() {}

  /** Somebody decided about a run, for example by {@code run-approved}. */
  public static AuditEntry decision(String action, String by, SyncRun run, Connection connection) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("run", run.id()));
    facts.add(Fact.of("mode", run.mode()));
    facts.add(Fact.of("dry-run", run.dryRun()));
    return entry(action, by, connection, facts);
  }

  /**
   * A run ended; empty when that is nothing for the log: a dry run that came to its end, a run by
   * schedule that changed nothing, a run whose rejection stands there already.
   */
  static Optional<AuditEntry> end(SyncRun run, Connection connection) {
    boolean well = run.state() == RunState.SUCCEEDED;
    boolean quiet = well && run.startedBy().isEmpty() && run.counts().written() == 0;
    boolean rejected = !run.approval().rejectedBy().isEmpty();
    boolean looked = run.dryRun() && (well || run.state() == RunState.PARTIAL);
    if (quiet || rejected || looked) {
      return Optional.empty();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("run", run.id()));
    facts.add(Fact.of("trigger", run.trigger()));
    facts.add(Fact.of("state", run.state().name()));
    if (run.message() != null) {
      facts.add(Fact.of("reason", run.message().code()));
    }
    facts.addAll(CountFacts.of(run.counts()));
    return Optional.of(entry(action(run.state()), run.startedBy(), connection, facts));
  }

  private static String action(RunState state) {
    return switch (state) {
      case HELD -> "run-held";
      case FAILED, INTERRUPTED -> "run-failed";
      case RUNNING, SUCCEEDED, PARTIAL, CANCELLED -> "run-finished";
    };
  }

  private static AuditEntry entry(
      String action, String actor, Connection connection, List<Fact> facts) {
    return new AuditEntry(action, actor, connection.id(), connection.settings().name(), facts);
  }
}
