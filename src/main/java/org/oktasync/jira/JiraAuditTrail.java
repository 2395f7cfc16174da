package org.oktasync.jira;

import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.run.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to Jira's audit log where there is one, and does no harm where there is none. */
public final class JiraAuditTrail implements AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(JiraAuditTrail.class);

  private final Supplier<AuditLog> log;

  /**
   * @param log called at each use, for its classes may be missing
   */
  public JiraAuditTrail(Supplier<AuditLog> log) {
    this.log = log;
  }

  @Override
  public void write(AuditEntry entry) {
    try {
      AuditLog present = log.get();
      if (present.present()) {
        present.write(entry);
      } else {
        LOG.debug("Jira has no audit log; not written: {}", entry.action());
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The audit log did not take an entry: {}", entry.action(), e);
    }
  }

  @Override
  public Optional<Message> problem() {
    try {
      return log.get().present() ? Optional.empty() : Optional.of(Message.of("audit-unavailable"));
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("Jira's audit log cannot be asked", e);
      return Optional.of(Message.of("audit-unavailable"));
    }
  }
}
