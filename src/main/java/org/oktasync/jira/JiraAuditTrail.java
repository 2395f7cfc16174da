package org.oktasync.jira;

import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.run.ports.AuditTrail;

/** Writes to Jira's audit log where there is one, and does no harm where there is none. */
public final class JiraAuditTrail implements AuditTrail {
  private final SyncLog lines;

  private final Supplier<AuditLog> log;

  /**
   * @param log called at each use, for its classes may be missing
   */
  public JiraAuditTrail(Supplier<AuditLog> log, SyncLog lines) {
    this.lines = lines;
    this.log = log;
  }

  @Override
  public void write(AuditEntry entry) {
    try {
      AuditLog present = log.get();
      if (present.present()) {
        present.write(entry);
      } else {
        lines.debug("Jira has no audit log; not written: %s", entry.action());
      }
    } catch (RuntimeException | LinkageError e) {
      lines.warn(e, "The audit log did not take an entry: %s", entry.action());
    }
  }

  @Override
  public Optional<Message> problem() {
    try {
      return log.get().present() ? Optional.empty() : Optional.of(Message.of("audit-unavailable"));
    } catch (RuntimeException | LinkageError e) {
      lines.debug("Jira's audit log cannot be asked (%s)", e);
      return Optional.of(Message.of("audit-unavailable"));
    }
  }
}
