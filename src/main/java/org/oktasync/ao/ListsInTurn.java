package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists one after the other.
 *
 * @param lists in ascending order of their numbers
 */
record ListsInTurn(List<ChangeList> lists) implements ChangeList {
  @Override
  public List<Position> read(Position after, int limit) {
    List<Position> found = new ArrayList<>();
    for (ChangeList list : lists) {
      if (found.size() < limit) {
        found.addAll(list.read(after, limit - found.size()));
      }
    }
    return found;
  }
}
