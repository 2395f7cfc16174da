package org.oktasync.run.preview;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.oktasync.config.Connection;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.preview.DifferenceTask.State;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;

/**
 * Works out differences in the background, one at a time for each connection: with many people it
 * takes longer than a request may. What came of it is kept on this node for ten minutes.
 */
public final class DifferenceTasks {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final RunPorts ports;
  private final PlanDifferences differences;
  private final Executor threads;
  private final Clock clock;
  private final SyncLog log;
  private final Map<Long, Work> works = new ConcurrentHashMap<>();
  private volatile boolean over;

  /**
   * @param threads does the work; each difference takes one thread until it is over
   */
  public DifferenceTasks(
      RunPorts ports, PlanDifferences differences, Executor threads, Clock clock) {
    this.ports = ports;
    this.differences = differences;
    this.threads = threads;
    this.clock = clock;
    this.log = ports.log();
  }

  /** One difference, and where to ask how far it is. */
  private final class Work {
    private final DifferenceWatch watch = new DifferenceWatch(ports, clock);
    private volatile DifferenceTask task;

    Work(String by) {
      task = DifferenceTask.begun(by, clock.instant());
    }

    boolean runs() {
      return task.state() == State.RUNNING;
    }

    DifferenceTask now() {
      DifferenceTask present = task;
      return present.state() == State.RUNNING ? present.at(watch) : present;
    }

    void end(State how, Message why) {
      task = task.ended(how, why, clock.instant());
    }
  }

  /**
   * Begins to work out the difference that other settings would make to the next full run.
   *
   * @param present the connection as it is
   * @param other the same connection with other settings, which were found usable
   * @param by user name of who asks, who is protected as if they had started the run
   * @throws RunRefusedException when one of this connection is being worked out already
   */
  public DifferenceTask start(
      Connection present, Connection other, String by, PlanDifferences.Wish wish) {
    Work mine = begun(present, by);
    threads.execute(() -> work(mine, present, other, wish));
    return mine.now();
  }

  /**
   * The same while the caller waits, for organisations that are read within a request; {@link
   * #last} and {@link #cancel} know it too.
   *
   * @throws RunRefusedException when one of this connection is being worked out already
   * @throws SourceException when the source cannot be read
   * @throws TargetException when the directory is unusable
   * @throws StoppedException when it was cancelled
   */
  public PlanDifference find(
      Connection present, Connection other, String by, PlanDifferences.Wish wish) {
    return find(begun(present, by), present, other, wish);
  }

  private Work begun(Connection present, String by) {
    works.values().removeIf(this::isForgotten);
    Work mine = new Work(by);
    Work held =
        works.compute(present.id(), (id, last) -> last != null && last.runs() ? last : mine);
    if (held != mine || over) {
      throw new RunRefusedException(Message.of("difference-under-way"), 0);
    }
    return mine;
  }

  /** The last one of a connection on this node; empty when there was none lately. */
  public Optional<DifferenceTask> last(long connectionId) {
    works.values().removeIf(this::isForgotten);
    return Optional.ofNullable(works.get(connectionId)).map(Work::now);
  }

  private boolean isForgotten(Work work) {
    return !work.runs() && work.task.finishedAt().plus(KEPT).isBefore(clock.instant());
  }

  /** Ends the one of a connection that is being worked out, if there is one. */
  public void cancel(long connectionId) {
    Optional.ofNullable(works.get(connectionId)).ifPresent(work -> work.watch.cancel());
  }

  /** Ends all; no further one can be begun. */
  public void shutDown() {
    over = true;
    works.values().forEach(work -> work.watch.cancel());
  }

  /** What went wrong is told by the task; what should not happen, by the log too. */
  private void work(Work work, Connection present, Connection other, PlanDifferences.Wish wish) {
    try {
      find(work, present, other, wish);
    } catch (StoppedException | SourceException | TargetException e) {
      log.debug("The difference of connection %d ended early: %s", present.id(), e.getMessage());
    } catch (RuntimeException | Error e) {
      log.error(e, "The difference of connection %d could not be worked out", present.id());
    }
  }

  private PlanDifference find(
      Work work, Connection present, Connection other, PlanDifferences.Wish wish) {
    Message why = Message.of("difference-failed");
    State how = State.FAILED;
    try {
      PlanDifference found =
          differences.between(present, other, work.task.startedBy(), wish, work.watch);
      work.task = work.task.ended(found, clock.instant());
      return found;
    } catch (StoppedException e) {
      how = State.CANCELLED;
      why = Message.of("difference-stopped");
      throw e;
    } catch (SourceException e) {
      why = e.problem();
      throw e;
    } catch (TargetException e) {
      why = e.problem();
      throw e;
    } finally {
      if (work.runs()) {
        work.end(how, why);
      }
    }
  }
}
