package org.oktasync.devkit.host.cluster;

import com.atlassian.beehive.ClusterLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One lock: threads of this node queue at a local lock, its holder asks for the row. */
final class DatabaseClusterLock implements ClusterLock {
  private static final long POLL_MILLIS = 100;

  private final String name;
  private final DatabaseClusterLocks rows;
  private final ReentrantLock local = new ReentrantLock();

  DatabaseClusterLock(String name, DatabaseClusterLocks rows) {
    this.name = name;
    this.rows = rows;
  }

  @Override
  public boolean tryLock() {
    if (!local.tryLock()) {
      return false;
    }
    boolean acquired = local.getHoldCount() > 1;
    try {
      acquired = acquired || rows.acquire(name);
      return acquired;
    } finally {
      if (!acquired) {
        local.unlock();
      }
    }
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(time);
    while (!tryLock()) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    while (!tryLock()) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void lock() {
    boolean interrupted = false;
    while (true) {
      try {
        lockInterruptibly();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalMonitorStateException when another thread holds it
   */
  @Override
  public void unlock() {
    if (local.isHeldByCurrentThread() && local.getHoldCount() == 1) {
      rows.release(name);
    }
    local.unlock();
  }

  @Override
  public boolean isHeldByCurrentThread() {
    return local.isHeldByCurrentThread();
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("A cluster lock has no conditions");
  }
}
