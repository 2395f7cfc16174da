package org.oktasync.run.preview;

import java.time.Instant;
import org.oktasync.model.Message;
import org.oktasync.record.RunProgress;

/**
 * The working out of a difference, as far as it is.
 *
 * @param state whether it goes on
 * @param step which of {@link #STEPS} is under way, from 1: reading for the settings as they are,
 *     reading for the others, comparing
 * @param progress how far that step is
 * @param difference what came of it; null unless it succeeded
 * @param problem why nothing came of it; null when something did, or may
 * @param startedBy who asked for it
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it goes on
 */
public record DifferenceTask(
    State state,
    int step,
    RunProgress progress,
    PlanDifference difference,
    Message problem,
    String startedBy,
    Instant startedAt,
    Instant finishedAt) {
  /** How many steps there are. */
  public static final int STEPS = 3;

  /** How it stands. */
  public enum State {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  static DifferenceTask begun(String by, Instant now) {
    return new DifferenceTask(State.RUNNING, 1, RunProgress.START, null, null, by, now, null);
  }

  DifferenceTask at(DifferenceWatch watch) {
    return new DifferenceTask(
        State.RUNNING, watch.step(), watch.progress(), null, null, startedBy, startedAt, null);
  }

  DifferenceTask ended(PlanDifference found, Instant now) {
    return new DifferenceTask(
        State.SUCCEEDED, STEPS, RunProgress.START, found, null, startedBy, startedAt, now);
  }

  DifferenceTask ended(State how, Message why, Instant now) {
    return new DifferenceTask(how, step, RunProgress.START, null, why, startedBy, startedAt, now);
  }
}
