package org.oktasync.devkit.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is so. */
final class Await {
  private static final Duration LONGEST =
      Duration.ofMinutes(Integer.getInteger("await.minutes", 10));
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Await() {}

  /**
   * The first value that is as wanted.
   *
   * @throws AssertionError naming {@code what} when it does not come
   */
  static <T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T found = look.get();
    while (!wanted.test(found)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come; last seen: " + found);
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
      found = look.get();
    }
    return found;
  }
}
