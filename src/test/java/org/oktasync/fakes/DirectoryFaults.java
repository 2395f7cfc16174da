package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;

/**
 * Faults ordered in advance. A read counts once for each call; a write counts once for each row, so
 * that a bulk call can break off in the middle. Counting begins at 1 and never starts over; a write
 * that finds its work done does not count.
 */
public final class DirectoryFaults {
  /**
   * @param call the sort of call; null for any write
   */
  private record Fault(
      DirectoryCall call, int nth, boolean after, Supplier<? extends RuntimeException> failure) {}

  private final List<Fault> faults = new ArrayList<>();
  private final Map<DirectoryCall, Integer> counts = new EnumMap<>(DirectoryCall.class);
  private final Map<Integer, Runnable> meanwhile = new HashMap<>();
  private int writes;
  private RuntimeException down;

  /** The nth call of this sort fails and changes nothing. */
  public void failBefore(
      DirectoryCall call, int nth, Supplier<? extends RuntimeException> failure) {
    faults.add(new Fault(call, nth, false, failure));
  }

  /** The nth call of this sort does its work, and then the answer is lost. */
  public void failAfter(DirectoryCall call, int nth, Supplier<? extends RuntimeException> failure) {
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

  /** Something happens elsewhere right before the nth write of any sort, which then goes on. */
  public void meanwhile(int nth, Runnable elsewhere) {
    meanwhile.put(nth, elsewhere);
  }

  /** Every call fails from now on, until {@link #clear}. */
  public void failEverything(RuntimeException failure) {
    down = failure;
  }

  /** How many writes were counted so far. */
  public int writesSoFar() {
    return writes;
  }

  /** How often something was asked for so far. */
  public int callsSoFar(DirectoryCall call) {
    return counts.getOrDefault(call, 0);
  }

  /** Forgets all faults; counts go on. */
  public void clear() {
    faults.clear();
    meanwhile.clear();
    down = null;
  }

  /** A failure of the given kind, for the methods above. */
  public static Supplier<TargetException> refusal(TargetException.Kind kind) {
    return () -> new TargetException(kind, Message.of("test-fault"), null);
  }

  /** The end of the process: an exception that no code under test may take for an answer. */
  public static Supplier<RuntimeException> crash() {
    return Crash::new;
  }

  void before(DirectoryCall call) {
    if (down != null) {
      throw down;
    }
    counts.merge(call, 1, Integer::sum);
    if (call.isWrite()) {
      writes++;
      Optional.ofNullable(meanwhile.remove(writes)).ifPresent(Runnable::run);
    }
    strike(call, false);
  }

  void after(DirectoryCall call) {
    strike(call, true);
  }

  private void strike(DirectoryCall call, boolean after) {
    for (Fault fault : faults) {
      boolean meant = fault.call() == null ? call.isWrite() : fault.call() == call;
      int count = fault.call() == null ? writes : counts.get(call);
      if (meant && fault.after() == after && fault.nth() == count) {
        throw fault.failure().get();
      }
    }
  }

  /** What {@link #crash} throws. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash ordered by the test");
    }
  }
}
