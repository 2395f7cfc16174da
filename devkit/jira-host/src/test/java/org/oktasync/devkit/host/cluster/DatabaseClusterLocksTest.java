package org.oktasync.devkit.host.cluster;

import static org.hamcrest.CoreMatchers.instanceOf;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.beehive.ClusterLock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.TestClock;

public class DatabaseClusterLocksTest {
  @Rule public final MemoryDatabase database = new MemoryDatabase();
  private final TestClock clock = new TestClock();
  private DatabaseClusterLocks first;
  private DatabaseClusterLocks second;

  @Before
  public void startNodes() {
    first = new DatabaseClusterLocks(database.jdbc(), "a", clock);
    second = new DatabaseClusterLocks(database.jdbc(), "b", clock);
  }

  private static <T> T elsewhere(Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    new Thread(task).start();
    return task.get();
  }

  @Test
  public void oneNodeHoldsIt() {
    assertThat(first.getLockForName("l").tryLock(), is(true));
    assertThat(second.getLockForName("l").tryLock(), is(false));
    assertThat(second.getLockForName("other").tryLock(), is(true));
    first.getLockForName("l").unlock();
    assertThat(second.getLockForName("l").tryLock(), is(true));
  }

  @Test
  public void oneThreadHoldsItAndMayTakeItAgain() throws Exception {
    ClusterLock lock = first.getLockForName("l");
    assertThat(lock.tryLock(), is(true));
    assertThat(lock.tryLock(), is(true));
    assertThat(elsewhere(lock::tryLock), is(false));
    lock.unlock();
    assertThat(elsewhere(lock::tryLock), is(false));
    assertThat(second.getLockForName("l").tryLock(), is(false));
    lock.unlock();
    assertThat(elsewhere(lock::tryLock), is(true));
  }

  @Test
  public void onlyTheHolderUnlocks() {
    ClusterLock lock = first.getLockForName("l");
    lock.lock();
    ExecutionException refused =
        assertThrows(
            ExecutionException.class,
            () ->
                elsewhere(
                    () -> {
                      lock.unlock();
                      return null;
                    }));
    assertThat(refused.getCause(), instanceOf(IllegalMonitorStateException.class));
    assertThat(second.getLockForName("l").tryLock(), is(false));
  }

  @Test
  public void nodeWithoutHeartbeatLosesItsLocks() {
    first.getLockForName("l").lock();
    clock.advance(DatabaseClusterLocks.DEAD_AFTER);
    assertThat(second.getLockForName("l").tryLock(), is(false));
    clock.advance(Duration.ofMillis(1));
    assertThat(second.getLockForName("l").tryLock(), is(true));
  }

  @Test
  public void heartbeatKeepsThem() {
    first.getLockForName("l").lock();
    clock.advance(DatabaseClusterLocks.DEAD_AFTER);
    first.heartbeat();
    clock.advance(DatabaseClusterLocks.DEAD_AFTER);
    assertThat(second.getLockForName("l").tryLock(), is(false));
  }

  @Test
  public void lateUnlockLeavesTheLockWithItsNewHolder() {
    first.getLockForName("l").lock();
    clock.advance(DatabaseClusterLocks.DEAD_AFTER.plusMillis(1));
    second.heartbeat();
    assertThat(second.getLockForName("l").tryLock(), is(true));
    first.getLockForName("l").unlock();
    first.heartbeat();
    assertThat(first.getLockForName("l").tryLock(), is(false));
  }

  @Test
  public void restartedNodeHoldsNothing() {
    first.getLockForName("l").lock();
    new DatabaseClusterLocks(database.jdbc(), "a", clock);
    assertThat(second.getLockForName("l").tryLock(), is(true));
  }

  @Test
  public void waitingEnds() throws Exception {
    first.getLockForName("l").lock();
    assertThat(second.getLockForName("l").tryLock(1, TimeUnit.MILLISECONDS), is(false));
  }
}
