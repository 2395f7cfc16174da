package org.oktasync.schedule;

import java.util.List;
import org.oktasync.config.Connection;
import org.oktasync.config.NoticeSettings;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;
import org.oktasync.run.ports.AuditTrail;
import org.oktasync.run.ports.Notice;
import org.oktasync.run.ports.Notifier;

/** Tells the audit log what becomes of schedules, and the receivers of notices what nobody did. */
public final class ScheduleNews {
  private final Notifier notifier;
  private final AuditTrail audit;

  public ScheduleNews(Notifier notifier, AuditTrail audit) {
    this.notifier = notifier;
    this.audit = audit;
  }

  /** A schedule was switched on. */
  void switchedOn(Connection connection, String by) {
    String rhythm = Rhythm.of(connection.settings().schedule()).text();
    write("schedule-on", connection, by, List.of(Fact.of("rhythm", rhythm)));
  }

  /** A connection has no schedule any more. */
  void switchedOff(Connection connection, String by) {
    write("schedule-off", connection, by, List.of());
  }

  /**
   * A schedule rests now.
   *
   * @param by user name of who made it so; empty when nobody did
   */
  void paused(Connection connection, PauseReason reason, String by) {
    write("schedule-paused", connection, by, List.of(Fact.of("reason", reason.label())));
    NoticeSettings notices = connection.settings().notices();
    if (reason != PauseReason.BY_HAND && notices.failed() && !notices.receivers().isEmpty()) {
      String name = connection.settings().name();
      notifier.send(
          new Notice(
              notices.receivers(),
              Message.of("notice-schedule-paused", name),
              List.of(reason.message(name)),
              List.of(),
              "/connections/" + connection.id()));
    }
  }

  private void write(String action, Connection connection, String by, List<Fact> facts) {
    String name = connection.settings().name();
    audit.write(new AuditEntry(action, by, connection.id(), name, facts));
  }
}
