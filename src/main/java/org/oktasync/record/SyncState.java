package org.oktasync.record;

import java.time.Instant;

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
 * @param pending what is to be looked at again
 * @param objectsBehind whether objects of Assets are not as far as this
 */
public record SyncState(
    int settingsVersion,
    String token,
    Instant fullAt,
    Instant idScanAt,
    long ownedUsers,
    long ownedMemberships,
    Pending pending,
    boolean objectsBehind) {
  /** The same state, with these to be looked at again. */
  public SyncState withPending(Pending again) {
    return new SyncState(
        settingsVersion,
        token,
        fullAt,
        idScanAt,
        ownedUsers,
        ownedMemberships,
        again,
        objectsBehind);
  }

  /** The same state, with objects of Assets as far as this, or not. */
  public SyncState withObjectsBehind(boolean behind) {
    return new SyncState(
        settingsVersion, token, fullAt, idScanAt, ownedUsers, ownedMemberships, pending, behind);
  }
}
