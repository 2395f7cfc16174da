package org.oktasync.run.ports;

import java.util.Optional;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;

/** Jira's audit log. It may be absent; nothing depends on it. */
public interface AuditTrail {
  /** Writes an entry; what goes wrong is logged and never thrown. */
  void write(AuditEntry entry);

  /** Why nothing can be written, with cause and remedy; empty when all is well. */
  Optional<Message> problem();
}
