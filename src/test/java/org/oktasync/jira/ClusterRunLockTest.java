package org.oktasync.jira;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.run.ports.RunLock.Held;

public class ClusterRunLockTest {
  private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
  private final ClusterLockService service = mock(ClusterLockService.class);
  private final ClusterRunLock locks = new ClusterRunLock(service);

  @Before
  public void setUp() {
    Map<String, ClusterLock> known = new ConcurrentHashMap<>();
    when(service.getLockForName(anyString()))
        .thenAnswer(call -> known.computeIfAbsent(call.getArgument(0), name -> new LocalLock()));
  }

  @After
  public void tearDown() {
    otherThread.shutdownNow();
  }

  @Test
  public void oneAtATime() throws Exception {
    Held held = locks.tryAcquire(1).orElseThrow();

    assertFalse(elsewhere(() -> locks.tryAcquire(1).isPresent()));
    assertFalse("not twice on one thread either", locks.tryAcquire(1).isPresent());
    assertTrue("another connection", elsewhere(() -> locks.tryAcquire(2).isPresent()));

    held.close();
    assertTrue(elsewhere(() -> locks.tryAcquire(1).isPresent()));
  }

  @Test
  public void closingTwiceReleasesOnce() throws Exception {
    Held held = locks.tryAcquire(1).orElseThrow();
    held.close();
    Held again = locks.tryAcquire(1).orElseThrow();

    held.close();

    assertFalse(elsewhere(() -> locks.tryAcquire(1).isPresent()));
    again.close();
  }

  @Test
  public void anotherThreadCannotRelease() throws Exception {
    Held held = locks.tryAcquire(1).orElseThrow();

    assertThrows(
        IllegalStateException.class,
        () -> {
          try {
            otherThread.submit(held::close).get();
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        });
    assertFalse(elsewhere(() -> locks.tryAcquire(1).isPresent()));
  }

  private <T> T elsewhere(Callable<T> question) throws Exception {
    return otherThread.submit(question).get();
  }

  /** A lock of one node, re-entrant as the cluster's are. */
  private static final class LocalLock extends ReentrantLock implements ClusterLock {
    private static final long serialVersionUID = 1L;
  }
}
