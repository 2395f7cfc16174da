package org.oktasync.record;

import java.util.List;

/**
 * What is told to Jira's audit log: somebody, or nobody, did something to a connection or a run.
 *
 * @param action stable code; its text stands under {@code okta-sync.audit.<action>}
 * @param actor user name of who did it; empty when nobody did
 * @param connectionId the connection
 * @param connection the connection's name
 * @param facts what else is to be known; no secrets, and of persons no more than a user name
 */
public record AuditEntry(
    String action, String actor, long connectionId, String connection, List<Fact> facts) {
  public AuditEntry {
    facts = List.copyOf(facts);
  }
}
