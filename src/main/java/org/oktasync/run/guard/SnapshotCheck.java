package org.oktasync.run.guard;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.oktasync.apply.WriteCheck;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.DesiredState;

/**
 * Compares what would be taken away with a fresh reading of the whole source; cheaper than asking
 * about each person when there are many. What the reading cannot prove is left out.
 */
public final class SnapshotCheck implements WriteCheck {
  private final DesiredState fresh;
  private final Set<ExternalId> active = new HashSet<>();
  private ExternalId loadedGroup;
  private Set<ExternalId> loadedMembers = Set.of();

  public SnapshotCheck(DesiredState fresh) {
    this.fresh = fresh;
    try (Cursor<DesiredAccount> accounts = fresh.accounts()) {
      accounts.forEachRemaining(
          account -> {
            if (account.active() && account.reach() == Reach.IN_SCOPE) {
              active.add(account.id());
            }
          });
    }
  }

  @Override
  public Optional<Message> veto(Change change) {
    if (AccountChange.isLeave(change) || change instanceof AccountChange.DeleteAccount) {
      return when(!fresh.accountsComplete() || active.contains(change.sourceId()));
    } else if (change instanceof Change.RemoveMember remove) {
      if (!remove.reason().isEmpty()) {
        return when(!fresh.accountsComplete() || active.contains(change.sourceId()));
      }
      boolean unproven = !fresh.membersComplete(remove.groupId());
      return when(unproven || membersOf(remove.groupId()).contains(remove.sourceId()));
    }
    return Optional.empty();
  }

  /** Removals come group by group, so one group in memory is enough. */
  private Set<ExternalId> membersOf(ExternalId group) {
    if (!group.equals(loadedGroup)) {
      Set<ExternalId> members = new HashSet<>();
      try (Cursor<ExternalId> cursor = fresh.members(group)) {
        cursor.forEachRemaining(members::add);
      }
      loadedGroup = group;
      loadedMembers = members;
    }
    return loadedMembers;
  }

  private static Optional<Message> when(boolean changed) {
    return changed ? Optional.of(Message.of("changed-since")) : Optional.empty();
  }
}
