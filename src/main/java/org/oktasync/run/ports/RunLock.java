package org.oktasync.run.ports;

import java.util.Optional;

/** Sees to it that one connection has one run at a time, over all nodes of the cluster. */
public interface RunLock {
  /** Takes the lock of a connection, without waiting; empty when somebody has it. */
  Optional<Held> tryAcquire(long connectionId);

  /**
   * A lock that was taken; must be closed on the thread that took it; closed again, it stays so.
   */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
