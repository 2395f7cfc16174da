package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Faults of an Assets, ordered in advance. Counting begins at 1 and never starts over. */
public final class AssetsFaults {
  /**
   * @param call the sort of call; null for any write
   */
  private record Fault(
      AssetsCall call, int nth, boolean after, Supplier<? extends RuntimeException> failure) {}

  private final List<Fault> faults = new ArrayList<>();
  private final Map<AssetsCall, Integer> counts = new EnumMap<>(AssetsCall.class);
  private final Map<Integer, Runnable> events = new java.util.HashMap<>();
  private int writes;
  private RuntimeException down;

  /** The nth call of this sort fails and changes nothing. */
  public void failBefore(AssetsCall call, int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(call, nth, false, failure));
  }

  /** The nth call of this sort does its work, and then the answer is lost. */
  public void failAfter(AssetsCall call, int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(call, nth, true, failure));
  }

  /** The nth write of any sort fails and changes nothing. */
  public void failBeforeWrite(int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(null, nth, false, failure));
  }

  /** The nth write of any sort is done, and then the answer is lost. */
  public void failAfterWrite(int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(null, nth, true, failure));
  }

  /** Every call fails from now on, until {@link #clear}. */
  public void failEverything(RuntimeException failure) {
    down = failure;
  }

  /** Something happens by hand before the nth page of objects is read. */
  public void beforePage(int nth, Runnable event) {
    events.put(nth, event);
  }

  /** How many writes were counted so far, failed ones included. */
  public int writesSoFar() {
    return writes;
  }

  /** How many calls of this sort were counted so far. */
  public int count(AssetsCall call) {
    return counts.getOrDefault(call, 0);
  }

  /** Forgets all faults; counts go on. */
  public void clear() {
    faults.clear();
    down = null;
  }

  void before(AssetsCall call) {
    if (down != null) {
      throw down;
    }
    int count = counts.merge(call, 1, Integer::sum);
    writes += call.isWrite() ? 1 : 0;
    if (call == AssetsCall.READ_PAGE && events.containsKey(count)) {
      events.remove(count).run();
    }
    strike(call, false);
  }

  void after(AssetsCall call) {
    strike(call, true);
  }

  private void strike(AssetsCall call, boolean after) {
    for (Fault fault : faults) {
      boolean meant = fault.call() == null ? call.isWrite() : fault.call() == call;
      int count = fault.call() == null ? writes : count(call);
      if (meant && fault.after() == after && fault.nth() == count) {
        throw fault.failure().get();
      }
    }
  }
}
