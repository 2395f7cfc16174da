package org.oktasync.jira;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Optional;
import org.oktasync.run.ports.RunLock;

/** The run lock of a connection as a lock of Jira's cluster; without a cluster, of this node. */
public final class ClusterRunLock implements RunLock {
  private static final String PREFIX = "org.oktasync.run.";

  private final ClusterLockService locks;

  /** Locks are looked up by name at each call; the service keeps them. */
  public ClusterRunLock(ClusterLockService locks) {
    this.locks = locks;
  }

  /**
   * Jira's locks let the thread that has one take it again; here that counts as taken, so that two
   * runs on one thread exclude each other too.
   */
  @Override
  public Optional<Held> tryAcquire(long connectionId) {
    ClusterLock lock = locks.getLockForName(PREFIX + connectionId);
    boolean taken = lock.isHeldByCurrentThread() || !lock.tryLock();
    return taken ? Optional.empty() : Optional.of(new Taken(lock, Thread.currentThread()));
  }

  /** A lock in our hands; a second close does nothing. */
  private static final class Taken implements Held {
    private final ClusterLock lock;
    private final Thread owner;
    private boolean released;

    Taken(ClusterLock lock, Thread owner) {
      this.lock = lock;
      this.owner = owner;
    }

    @Override
    public void close() {
      if (Thread.currentThread() != owner) {
        throw new IllegalStateException("a run lock is released by the thread that took it");
      }
      if (!released) {
        released = true;
        lock.unlock();
      }
    }
  }
}
