package org.oktasync.record;

import java.time.Instant;
import java.util.List;

/**
 * How far a connection is with what changes in its source.
 *
 * @param settingsVersion the version of the rules with which it got there; with others it is worth
 *     nothing
 * @param token where the next reading of what changed goes on, as the source wrote it
 * @param fullAt when the last full run was read
 * @param idScanAt when was last asked who and what still exists
 * @param ownedUsers how many active accounts were the connection's in the last full run
 * @param ownedMemberships how many memberships were the connection's in the last full run
 * @param pendingUsers ids of people with whom the last run failed
 * @param pendingGroups ids of groups with which the last run failed
 * @param objectsBehind whether objects of Assets are not as far as this
 */
public record SyncState(
    int settingsVersion,
    String token,
    Instant fullAt,
    Instant idScanAt,
    long ownedUsers,
    long ownedMemberships,
    List<String> pendingUsers,
    List<String> pendingGroups,
    boolean objectsBehind) {
  public SyncState {
    pendingUsers = List.copyOf(pendingUsers);
    pendingGroups = List.copyOf(pendingGroups);
  }

  /** The same state, with others to be looked at again. */
  public SyncState withPending(List<String> users, List<String> groups) {
    return new SyncState(
        settingsVersion,
        token,
        fullAt,
        idScanAt,
        ownedUsers,
        ownedMemberships,
        users,
        groups,
        objectsBehind);
  }

  /** The same state, with objects of Assets as far as this, or not. */
  public SyncState withObjectsBehind(boolean behind) {
    return new SyncState(
        settingsVersion,
        token,
        fullAt,
        idScanAt,
        ownedUsers,
        ownedMemberships,
        pendingUsers,
        pendingGroups,
        behind);
  }
}
