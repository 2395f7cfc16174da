package org.oktasync.run;

import java.util.Optional;
import org.oktasync.record.SyncRun;
import org.oktasync.run.read.OnePerson;

/**
 * What is asked of a run.
 *
 * @param connectionId the connection
 * @param trigger {@code manual}, {@code schedule}, {@code rest}, ...
 * @param startedBy user name of who asks; empty when nobody does
 * @param mode {@link SyncRun#FULL}, or {@link SyncRun#INCREMENTAL} to look at what changed, where
 *     that can be told
 * @param dryRun whether it stops after the guardrails
 * @param extent which part of the work is done
 * @param person the one person whom the run is about; empty for everybody
 */
public record SyncRequest(
    long connectionId,
    String trigger,
    String startedBy,
    String mode,
    boolean dryRun,
    SyncRun.Extent extent,
    Optional<OnePerson> person) {
  /** A run of everything that is switched on. */
  public SyncRequest(
      long connectionId, String trigger, String startedBy, String mode, boolean dryRun) {
    this(connectionId, trigger, startedBy, mode, dryRun, SyncRun.Extent.ALL, Optional.empty());
  }

  /** A run about everybody. */
  public SyncRequest(
      long connectionId,
      String trigger,
      String startedBy,
      String mode,
      boolean dryRun,
      SyncRun.Extent extent) {
    this(connectionId, trigger, startedBy, mode, dryRun, extent, Optional.empty());
  }

  /** A run about one person: their account, its attributes and its memberships. */
  public static SyncRequest ofPerson(
      long connectionId, String trigger, String startedBy, boolean dryRun, OnePerson person) {
    SyncRun.Extent directory = new SyncRun.Extent(SyncRun.Extent.DIRECTORY, 0);
    return new SyncRequest(
        connectionId, trigger, startedBy, SyncRun.PERSON, dryRun, directory, Optional.of(person));
  }

  /**
   * A trial: the first people in scope get what they should have, and nothing is taken away.
   *
   * @param people how many of them
   */
  public static SyncRequest trial(
      long connectionId, String trigger, String startedBy, boolean dryRun, int people) {
    SyncRun.Extent first = new SyncRun.Extent(SyncRun.Extent.DIRECTORY, people);
    return new SyncRequest(
        connectionId, trigger, startedBy, SyncRun.TRIAL, dryRun, first, Optional.empty());
  }
}
