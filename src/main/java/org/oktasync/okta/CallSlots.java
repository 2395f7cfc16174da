package org.oktasync.okta;

import java.util.ArrayDeque;
import java.util.Deque;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;

/**
 * The calls that one organisation has under way from this node, of whatever connection. Whoever
 * asks first goes first, so that a connection that allows fewer calls at once is not passed over
 * for ever. Safe for use by many threads.
 */
final class CallSlots {
  private static final long LOOK_MS = 100;

  private final Deque<Object> waiting = new ArrayDeque<>();
  private int underWay;

  /** Room for one call, given back when it is closed. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for its turn, and until fewer than so many calls are under way.
   *
   * @param most calls at once that the caller's connection allows, at least 1
   * @throws StoppedException when a stop was asked for, or this thread was interrupted
   */
  synchronized Slot take(int most, StopSignal stop) {
    Object ticket = new Object();
    waiting.addLast(ticket);
    try {
      stop.check();
      while (waiting.peekFirst() != ticket || underWay >= most) {
        wait(LOOK_MS);
        stop.check();
      }
      underWay++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    } finally {
      waiting.remove(ticket);
      notifyAll();
    }
    return this::giveBack;
  }

  private synchronized void giveBack() {
    underWay--;
    notifyAll();
  }
}
