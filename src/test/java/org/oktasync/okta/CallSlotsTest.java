package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Test;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;

/** The calls at once of one organisation. */
public class CallSlotsTest {
  private final CallSlots slots = new CallSlots();
  private final StopSignal stop = new StopSignal();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @After
  public void end() {
    threads.shutdownNow();
  }

  /** Asks for a slot on a thread of its own, and comes back once it waits for it. */
  private Future<CallSlots.Slot> asked(String name, int most, StopSignal signal) {
    Thread[] asking = new Thread[1];
    Future<CallSlots.Slot> slot =
        threads.submit(
            () -> {
              asking[0] = Thread.currentThread();
              CallSlots.Slot taken = slots.take(most, signal);
              order.add(name);
              return taken;
            });
    while (!slot.isDone() && !isWaiting(asking[0])) {
      Thread.onSpinWait();
    }
    return slot;
  }

  private static boolean isWaiting(Thread thread) {
    return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  public void noMoreGoThanAreAllowed_andTheNextGoesOnceOneIsBack() throws Exception {
    CallSlots.Slot first = slots.take(2, stop);
    slots.take(2, stop);
    Future<CallSlots.Slot> third = asked("third", 2, stop);
    assertTrue(!third.isDone());
    first.close();
    third.get();
    assertEquals(List.of("third"), order);
  }

  @Test
  public void whoAllowsFewerIsNotPassedOver() throws Exception {
    CallSlots.Slot one = slots.take(4, stop);
    CallSlots.Slot two = slots.take(4, stop);
    Future<CallSlots.Slot> gentle = asked("gentle", 2, stop);
    Future<CallSlots.Slot> eager = asked("eager", 4, stop);
    assertTrue(!gentle.isDone() && !eager.isDone());
    one.close();
    gentle.get();
    eager.get();
    two.close();
  }

  @Test
  public void aStopEndsTheWait_andTheOthersGoOn() throws Exception {
    CallSlots.Slot held = slots.take(1, stop);
    StopSignal own = new StopSignal();
    Future<CallSlots.Slot> stopped = asked("stopped", 1, own);
    Future<CallSlots.Slot> next = asked("next", 1, stop);
    own.request();
    ExecutionException ended = assertThrows(ExecutionException.class, stopped::get);
    assertTrue(ended.getCause() instanceof StoppedException);
    held.close();
    next.get();
    assertEquals(List.of("next"), order);
  }

  @Test
  public void whoIsStoppedAlreadyTakesNothing() {
    stop.request();
    assertThrows(StoppedException.class, () -> slots.take(1, stop));
    slots.take(1, new StopSignal());
  }
}
