package org.oktasync.plan;

import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;

/** Takes a plan as it is worked out, one change after the other. */
public interface PlanSink {
  /** A change of a phase. Phases may come in any order; within a phase the order is kept. */
  void change(Phase phase, Change change);

  /** So many things of a kind are as they should be. */
  void unchanged(EntityKind kind, long count);

  /**
   * So many things of a kind belong to the connection and could be taken away; what shares are
   * taken of.
   */
  void owned(EntityKind kind, long count);

  /**
   * So many linked accounts are there, active or not; what the shares of renames and deletions are
   * taken of.
   */
  void linked(long accounts);

  /** A group would lose {@code lost} of {@code members} members. */
  void groupLoss(GroupName group, long lost, long members);
}
