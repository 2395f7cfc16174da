package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;

/**
 * The work of one reading on the threads of its source. All of it ends when the caller's signal
 * asks for a stop, and when one part fails.
 */
final class ReadingThreads {
  private static final long LOOK_MS = 100;
  private static final long LEAVE_MS = 2_000;

  private final ExecutorService threads;
  private final StopSignal asked;
  private final SyncLog log;
  private final StopSignal inner = new StopSignal();
  private final List<Future<?>> work = new ArrayList<>();

  /**
   * @param asked the caller's signal
   * @param log lines of the work bear the run that the caller works for
   */
  ReadingThreads(ExecutorService threads, StopSignal asked, SyncLog log) {
    this.threads = threads;
    this.asked = asked;
    this.log = log;
  }

  /** The signal that the work itself must follow. */
  StopSignal stop() {
    return inner;
  }

  /** Begins a part of the work. */
  <T> Future<T> begin(Callable<T> part) {
    Future<T> future = threads.submit(log.carried(part));
    work.add(future);
    return future;
  }

  /**
   * Waits for a part of the work.
   *
   * @throws StoppedException when a stop was asked for, or this thread was interrupted
   */
  <T> T await(Future<T> part) {
    while (true) {
      asked.check();
      try {
        return part.get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet: look at the signal and wait on.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoppedException();
      } catch (ExecutionException e) {
        throw unchecked(e);
      }
    }
  }

  /** Ends what is still under way and gives it a moment to leave. */
  void abandon() {
    inner.request();
    for (Future<?> part : work) {
      part.cancel(false);
    }
    for (Future<?> part : work) {
      if (!part.isCancelled() && !left(part)) {
        return;
      }
    }
  }

  /** Whether a part left in time; once one did not, there is no time left for the others. */
  private static boolean left(Future<?> part) {
    try {
      part.get(LEAVE_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      // The reading has failed already, for a reason that its caller knows.
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException failure) {
      return failure;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e.getCause());
  }
}
