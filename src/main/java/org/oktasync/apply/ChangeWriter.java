package org.oktasync.apply;

import java.util.List;
import org.oktasync.control.StopSignal;
import org.oktasync.plan.Change;
import org.oktasync.record.PlannedChange;

/** Carries out changes on one target, and keeps what is remembered of it in step. */
public interface ChangeWriter {
  /**
   * What must be the same for neighbouring changes to be carried out together; null for a change
   * that is carried out alone.
   */
  String together(Change change);

  /** How many changes are carried out together at most. */
  int most();

  /**
   * Carries out changes that stand together. What becomes of each goes to {@code applied}.
   *
   * @throws org.oktasync.target.TargetException of kind {@code FATAL} when the target is unusable
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  void write(List<PlannedChange> batch, Applied applied, StopSignal stop);
}
