package org.oktasync.okta;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.oktasync.control.StopSignal;

/**
 * Ends requests that are under way when a stop is asked for, or when they take too long although
 * bytes keep coming. Its one thread ends by itself when there is nothing to watch.
 */
final class CallWatch implements AutoCloseable {
  private static final long TICK_MS = 200;

  private final ScheduledThreadPoolExecutor timer;
  private final long ticks;

  CallWatch(Duration longest) {
    this.ticks = Math.max(1, longest.toMillis() / TICK_MS);
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "okta-sync-call-watch");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(10, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /** Watches over a request until the result is closed. */
  Watched over(Runnable abort, StopSignal stop) {
    return new Watched(abort, stop);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One request under watch. */
  final class Watched implements AutoCloseable {
    private final Runnable abort;
    private final StopSignal stop;
    private final ScheduledFuture<?> future;
    private long left = ticks;
    private volatile boolean expired;

    private Watched(Runnable abort, StopSignal stop) {
      this.abort = abort;
      this.stop = stop;
      this.future =
          timer.scheduleWithFixedDelay(this::look, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether the request was ended because it took too long. */
    boolean expired() {
      return expired;
    }

    @Override
    public void close() {
      future.cancel(false);
    }

    private void look() {
      left--;
      expired = left <= 0;
      if (expired || stop.isRequested()) {
        abort.run();
      }
    }
  }
}
