package org.oktasync.ao;

import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;

/**
 * A place in a plan as one number, the phase before the change's own number: one column then serves
 * the order of application, the keys of pages, and the comparison with a run's mark.
 */
final class Place {
  private static final long PHASE = 1_000_000_000_000L;

  private Place() {}

  static long of(Phase phase, long ordinal) {
    return PhaseNumber.of(phase) * PHASE + ordinal;
  }

  static long of(Mark mark) {
    return of(mark.phase(), mark.ordinal());
  }

  static Mark mark(long place) {
    return new Mark(PhaseNumber.phase((int) (place / PHASE)), place % PHASE);
  }
}
