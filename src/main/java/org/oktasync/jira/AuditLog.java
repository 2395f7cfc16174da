package org.oktasync.jira;

import org.oktasync.record.AuditEntry;

/** The way into the audit log. Behind it are classes that a Jira may lack. */
public interface AuditLog {
  /** Whether this Jira keeps an audit log now. */
  boolean present();

  /** Writes an entry; of nobody's doing when its actor is empty or unknown. */
  void write(AuditEntry entry);
}
