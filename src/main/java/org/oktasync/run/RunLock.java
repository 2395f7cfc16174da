package org.oktasync.run;

import java.time.Duration;
import java.util.Optional;

/** Sees to it that one connection has one run at a time, over all nodes of the cluster. */
public interface RunLock {
  /** Takes the lock of a connection, without waiting; empty when somebody has it. */
  Optional<Held> tryAcquire(long connectionId);

  /**
   * Takes the lock of a connection, waiting for it that long where the lock can; empty when
   * somebody has it still, or this thread was interrupted.
   */
  default Optional<Held> tryAcquire(long connectionId, Duration patience) {
    return tryAcquire(connectionId);
  }

  /** A lock that was taken; must be closed on the thread that took it. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
