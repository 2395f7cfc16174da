package org.oktasync.record;

import org.oktasync.plan.Phase;

/**
 * A place in a stored plan: everything up to it is applied.
 *
 * @param phase the phase
 * @param ordinal the last change of that phase that is behind us; 0 before the first
 */
public record Mark(Phase phase, long ordinal) implements Comparable<Mark> {
  /** Before the first change. */
  public static final Mark START = new Mark(Phase.PREPARE, 0);

  @Override
  public int compareTo(Mark other) {
    int byPhase = phase.compareTo(other.phase);
    return byPhase != 0 ? byPhase : Long.compare(ordinal, other.ordinal);
  }
}
