package org.oktasync.wiring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The product's own threads: runs never borrow one of Jira's. At most eight runs at a time on a
 * node; a ninth waits.
 */
final class RunThreads {
  private static final int RUNS = 8;
  private static final int LOGINS = 2;
  private static final int WAITING_LOGINS = 500;

  final ExecutorService runs = Executors.newFixedThreadPool(RUNS, named("okta-sync-run-"));

  /** Threads that wait until a run that is due can be stored; there are as many as wait. */
  final ExecutorService starts = Executors.newCachedThreadPool(named("okta-sync-start-"));

  /**
   * Threads that build schemas of Assets, or work out differences; as many as there are at once.
   */
  final ExecutorService builds = Executors.newCachedThreadPool(named("okta-sync-build-"));

  /** Threads of the connections to Assets. */
  final ExecutorService calls = Executors.newCachedThreadPool(named("okta-sync-call-"));

  /** Looks at who signed in; whoever comes while too many wait is passed over. */
  final ExecutorService logins =
      new ThreadPoolExecutor(
          LOGINS,
          LOGINS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING_LOGINS),
          named("okta-sync-login-"));

  final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(named("okta-sync-watch-"));

  /**
   * Threads see the add-on's own classes, not those of whichever request started them: libraries
   * inside the add-on look up their services by the thread's loader.
   */
  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(RunThreads.class.getClassLoader());
      return thread;
    };
  }

  void shutDown() {
    logins.shutdownNow();
    starts.shutdown();
    builds.shutdown();
    calls.shutdown();
    runs.shutdown();
    timer.shutdown();
  }
}
