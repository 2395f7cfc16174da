package org.oktasync.ao;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lists put together in one order.
 *
 * @param lists no two of them have a position in common
 */
record ListsTogether(List<ChangeList> lists) implements ChangeList {
  private static final int MOST = 2000;

  @Override
  public List<Position> read(Position after, int limit) {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::first));
    for (ChangeList list : lists) {
      Head head = new Head(list, after, Math.min(limit, MOST));
      if (head.hasMore()) {
        heads.add(head);
      }
    }
    List<Position> found = new ArrayList<>();
    while (found.size() < limit && !heads.isEmpty()) {
      Head next = heads.remove();
      found.add(next.take());
      if (next.hasMore()) {
        heads.add(next);
      }
    }
    return found;
  }

  /** The part of a list that was read and not used yet. */
  private static final class Head {
    private final ChangeList list;
    private final int part;
    private final Deque<Position> read = new ArrayDeque<>();
    private Position last;
    private boolean exhausted;

    Head(ChangeList list, Position after, int part) {
      this.list = list;
      this.last = after;
      this.part = part;
    }

    boolean hasMore() {
      if (read.isEmpty() && !exhausted) {
        read.addAll(list.read(last, part));
        exhausted = read.size() < part;
      }
      return !read.isEmpty();
    }

    Position first() {
      return read.getFirst();
    }

    Position take() {
      last = read.removeFirst();
      return last;
    }
  }
}
