package org.oktasync.control;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.oktasync.control.LogSink.Level;

/** Lines bear the run that their thread works for. */
public class SyncLogTest {
  private final List<String> lines = new ArrayList<>();
  private final SyncLog log = new SyncLog(List.of(new Collecting(Level.INFO)));

  /** Takes lines from a level upwards. */
  private final class Collecting implements LogSink {
    private final Level least;

    Collecting(Level least) {
      this.least = least;
    }

    @Override
    public boolean takes(Level level) {
      return level.compareTo(least) >= 0;
    }

    @Override
    public void write(Level level, String line, Throwable cause) {
      lines.add(level + " " + line + (cause == null ? "" : " " + cause.getMessage()));
    }
  }

  @Test
  public void aLineBearsConnectionAndRunWhileThereIsOne() {
    log.info("before");
    try (SyncLog.Scope outer = log.begin(3, 41)) {
      log.info("read %d of %s", 5, "x");
      try (SyncLog.Scope inner = log.begin(4, 42)) {
        log.warn("inside");
      }
      log.error(new IllegalStateException("why"), "broken");
    }
    log.info("after");
    assertEquals(
        List.of(
            "INFO before",
            "INFO connection 3, run 41: read 5 of x",
            "WARN connection 4, run 42: inside",
            "ERROR connection 3, run 41: broken why",
            "INFO after"),
        lines);
  }

  @Test
  public void workThatIsHandedToAnotherThreadTakesItAlong() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> done;
      try (SyncLog.Scope run = log.begin(3, 41)) {
        done =
            threads.submit(
                log.carried(
                    () -> {
                      log.info("carried");
                      return null;
                    }));
      }
      done.get();
      threads.submit(() -> log.info("not carried")).get();
    } finally {
      threads.shutdown();
    }
    assertEquals(List.of("INFO connection 3, run 41: carried", "INFO not carried"), lines);
  }

  @Test
  public void aSinkGetsWhatItTakes() {
    SyncLog two = new SyncLog(List.of(new Collecting(Level.DEBUG), new Collecting(Level.WARN)));
    two.debug("5 %% of %s", "all");
    two.warn("late");
    assertEquals(List.of("DEBUG 5 % of all", "WARN late", "WARN late"), lines);
  }
}
