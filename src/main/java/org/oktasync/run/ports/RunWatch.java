package org.oktasync.run.ports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.control.SyncLog;
import org.oktasync.model.SourceUsage;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunProgress;

/**
 * The eyes on one run: tells the journal every second how far it is, at least every fifteen seconds
 * that it lives, and asks the run to stop when somebody, on whichever node, wants it cancelled or
 * has taken its work over.
 */
public final class RunWatch implements Progress, AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final long runId;
  private final RunJournal journal;
  private final SyncLog log;
  private final Clock clock;
  private final StopSignal stop;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();
  private volatile String phase = RunProgress.START.phase();
  private volatile Supplier<SourceUsage> usage = () -> SourceUsage.NONE;
  private volatile SourceUsage earlier = SourceUsage.NONE;
  private volatile RunProgress told = RunProgress.START;
  private volatile Instant toldAt = Instant.EPOCH;
  private ScheduledFuture<?> beat;

  public RunWatch(long runId, RunPorts ports, Clock clock) {
    this(runId, ports, clock, new StopSignal());
  }

  /**
   * @param stop asks the run to stop
   */
  public RunWatch(long runId, RunPorts ports, Clock clock, StopSignal stop) {
    this.stop = stop;
    this.runId = runId;
    this.journal = ports.journal();
    this.log = ports.log();
    this.clock = clock;
  }

  /** What the run had cost when it was held counts, too; to be called before anything else. */
  public RunWatch after(SourceUsage cost) {
    earlier = cost;
    return this;
  }

  /** Begins to tell; ends with {@link #close}. */
  public RunWatch startOn(ScheduledExecutorService timer) {
    beat = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    return this;
  }

  /** Where to ask what reading has cost. */
  public void usage(Supplier<SourceUsage> source) {
    usage = source;
  }

  /** What was asked for so far counts; another source is read from here on. */
  public void keepUsage() {
    SourceUsage spent = usage.get().after(earlier);
    usage = () -> SourceUsage.NONE;
    earlier = spent;
  }

  /** Asks this run to stop. */
  public StopSignal stop() {
    return stop;
  }

  /** How far the run is now. */
  public RunProgress progress() {
    long known = Math.max(total.get(), done.get());
    return new RunProgress(phase, done.get(), known, usage.get().after(earlier));
  }

  /** Looks once; called every second. */
  void tick() {
    try {
      if (journal.mustStop(runId)) {
        stop.request();
      }
      RunProgress now = progress();
      if (!now.equals(told) || toldAt.plus(QUIET).isBefore(clock.instant())) {
        tell(now);
      }
    } catch (RuntimeException e) {
      // A beat that fails must not end the beating: the next one may succeed.
      log.warn(e, "Run %d could not tell how far it is", runId);
    }
  }

  /** Tells at once how far the run is; to be called before the journal says that it is over. */
  public void tellNow() {
    tell(progress());
  }

  private synchronized void tell(RunProgress now) {
    toldAt = clock.instant();
    journal.beat(runId, toldAt, now);
    told = now;
  }

  @Override
  public void phase(String name) {
    phase = name;
    done.set(0);
    total.set(0);
  }

  @Override
  public void expect(long items) {
    total.addAndGet(items);
  }

  @Override
  public void advance(long items) {
    done.addAndGet(items);
  }

  /** Ends the beating, and tells the last state. */
  @Override
  public void close() {
    if (beat != null) {
      beat.cancel(false);
    }
    tell(progress());
  }
}
