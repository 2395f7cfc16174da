package org.oktasync.run.report;

import java.time.Clock;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.control.SyncLog;
import org.oktasync.record.RunEnds;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.AuditTrail;
import org.oktasync.run.ports.Notifier;

/** Tells the receivers of notices and the audit log how runs ended: each end once in a cluster. */
public final class RunAnnouncer {
  private final SyncLog log;

  private final RunJournal journal;
  private final RunEnds ends;
  private final SettingsStore settings;
  private final Notifier notifier;
  private final AuditTrail audit;
  private final Clock clock;

  public RunAnnouncer(
      RunJournal journal,
      RunEnds ends,
      SettingsStore settings,
      Notifier notifier,
      AuditTrail audit,
      Clock clock,
      SyncLog log) {
    this.log = log;
    this.journal = journal;
    this.ends = ends;
    this.settings = settings;
    this.notifier = notifier;
    this.audit = audit;
    this.clock = clock;
  }

  /** Tells how a run ended, if it did and nobody has told yet; never throws. */
  public void announce(long runId) {
    try {
      journal.find(runId).ifPresent(run -> announce(run.seenAt(clock.instant())));
    } catch (RuntimeException e) {
      log.warn(e, "Nobody was told how run %s ended; that is made up for within a minute", runId);
    }
  }

  /** Tells of runs whose own node could not, because it died. */
  public void announceMissed() {
    ends.untold(clock.instant()).forEach(this::announce);
  }

  private void announce(SyncRun run) {
    if (run.state().over() && ends.claim(run.id(), run.state())) {
      settings.connection(run.connectionId()).ifPresent(connection -> tell(run, connection));
    }
  }

  private void tell(SyncRun run, Connection connection) {
    RunAudit.end(run, connection).ifPresent(audit::write);
    RunNotices.about(run, connection).ifPresent(notifier::send);
  }
}
