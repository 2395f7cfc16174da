package org.oktasync.ao;

import java.util.List;

/** Some of a run's changes, in an order of their own, read piece by piece. */
interface ChangeList {
  /**
   * The positions behind a position, in ascending order; fewer than {@code limit} only when there
   * are no more.
   */
  List<Position> read(Position after, int limit);
}
