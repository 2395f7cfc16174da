package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.run.ports.AuditTrail;

/** An audit log in memory. */
public final class RecordedAudit implements AuditTrail {
  private final List<AuditEntry> entries = new ArrayList<>();

  @Override
  public synchronized void write(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public Optional<Message> problem() {
    return Optional.empty();
  }

  /** Everything that was written, oldest first. */
  public synchronized List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  /** The actions that were written since the last call, oldest first, and who did them. */
  public synchronized List<String> news() {
    List<String> news = entries.stream().map(one -> one.action() + " by " + one.actor()).toList();
    entries.clear();
    return news.stream().map(String::strip).toList();
  }
}
