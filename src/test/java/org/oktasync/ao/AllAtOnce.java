package org.oktasync.ao;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several nodes try the same thing at the same moment. */
final class AllAtOnce {
  private AllAtOnce() {}

  /** How many of the tries answered true. */
  static int winners(List<Callable<Boolean>> tries) throws Exception {
    CyclicBarrier together = new CyclicBarrier(tries.size());
    ExecutorService threads = Executors.newFixedThreadPool(tries.size());
    try {
      List<Callable<Boolean>> started = new ArrayList<>();
      for (Callable<Boolean> one : tries) {
        started.add(
            () -> {
              together.await();
              return one.call();
            });
      }
      int winners = 0;
      for (Future<Boolean> result : threads.invokeAll(started)) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }
}
