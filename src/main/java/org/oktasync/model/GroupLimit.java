package org.oktasync.model;

/**
 * A limit on how many members one group may lose in one run.
 *
 * @param percent the largest share of its members
 * @param minSize groups with so many members or fewer are not limited
 */
public record GroupLimit(int percent, int minSize) {
  /** Whether a group of {@code members} may not lose {@code lost} of them in one run. */
  public boolean breachedBy(long lost, long members) {
    return members > minSize && lost * 100 > members * percent;
  }
}
