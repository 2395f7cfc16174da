package org.oktasync.run;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunLines;
import org.oktasync.run.ports.RunLock;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.source.SourceException;
import org.oktasync.spool.SpoolException;
import org.oktasync.target.TargetException;

/**
 * Gives each run a thread of its own, which takes the connection's lock, puts in order what a dead
 * run left behind, does the work, notes how it ended, and gives the lock back.
 */
public final class RunLauncher {
  private final RunPorts ports;
  private final RunLock lock;
  private final Executor threads;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private final StopSignal closing = new StopSignal();
  private final LongConsumer ended;
  private final SyncLog log;
  private final RunLines lines;
  private final Map<Long, RunWatch> here = new ConcurrentHashMap<>();

  /**
   * @param threads one thread for each run at a time
   * @param timer looks after the runs of this node
   * @param ended gets the id of each run of this node that has ended
   */
  public RunLauncher(
      RunPorts ports,
      RunLock lock,
      Executor threads,
      ScheduledExecutorService timer,
      Clock clock,
      LongConsumer ended) {
    this.ports = ports;
    this.lock = lock;
    this.threads = threads;
    this.timer = timer;
    this.clock = clock;
    this.ended = ended;
    this.log = ports.log();
    this.lines = new RunLines(log);
  }

  /** What a run does once it is stored. */
  public interface Work {
    SyncRun on(SyncRun run, Connection connection, RunWatch watch);
  }

  /** Asks a run to stop, if it runs on this node. */
  void stopHere(long runId) {
    RunWatch watch = here.get(runId);
    if (watch != null) {
      watch.stop().request();
    }
  }

  /** Stops all runs of this node at their next safe point; they end as interrupted. */
  public void shutDown() {
    closing.request();
    here.values().forEach(watch -> watch.stop().request());
  }

  /** Whether a run is under way on this node. */
  public boolean idle() {
    return here.isEmpty();
  }

  /**
   * Does work under the lock of a connection.
   *
   * @param store makes or finds the run, once the lock is held
   * @return the run that {@code store} gave, while the work goes on
   * @throws RunRefusedException when a run of the connection is under way
   * @throws java.util.concurrent.CompletionException around a {@link StoppedException} when this
   *     node stops
   */
  public SyncRun launch(Connection connection, Supplier<SyncRun> store, Work work) {
    CompletableFuture<SyncRun> stored = new CompletableFuture<>();
    threads.execute(() -> locked(connection, store, work, stored));
    try {
      return stored.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RunRefusedException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private void locked(
      Connection connection,
      Supplier<SyncRun> store,
      Work work,
      CompletableFuture<SyncRun> stored) {
    try {
      Optional<RunLock.Held> held = lock.tryAcquire(connection.id());
      if (held.isEmpty()) {
        stored.completeExceptionally(busy(connection.id()));
        return;
      }
      try {
        closing.check();
        endInterrupted(connection);
        SyncRun run = store.get();
        try (SyncLog.Scope ofRun = log.begin(connection.id(), run.id())) {
          stored.complete(run);
          watched(run, connection, work);
          held.get().close();
          ended.accept(run.id());
        }
      } finally {
        held.get().close();
      }
    } catch (RuntimeException e) {
      if (!stored.completeExceptionally(e)) {
        log.error(e, "A run of connection %d ended badly", connection.id());
      }
    }
  }

  private RunRefusedException busy(long connectionId) {
    List<SyncRun> running = ports.journal().running(connectionId);
    long id = running.isEmpty() ? 0 : running.get(0).id();
    return new RunRefusedException(Message.of("run-in-progress", id), id);
  }

  /** Who holds the lock knows that whatever else says it is running is dead. */
  private void endInterrupted(Connection connection) {
    for (SyncRun dead : ports.journal().running(connection.id())) {
      ports
          .journal()
          .update(
              dead.with()
                  .state(RunState.INTERRUPTED)
                  .message(Message.of("run-interrupted", dead.node()))
                  .finishedAt(clock.instant())
                  .build());
    }
    recoverLast(connection);
  }

  private void recoverLast(Connection connection) {
    ports.journal().runs(connection.id(), 0, 20).values().stream()
        .filter(
            run -> !run.dryRun() && run.state() != RunState.HELD && !run.fingerprint().isEmpty())
        .findFirst()
        .filter(run -> run.state() != RunState.SUCCEEDED && run.state() != RunState.PARTIAL)
        .filter(run -> run.approval().rejectedBy().isEmpty())
        .ifPresent(run -> recover(run, connection));
  }

  /**
   * Who was renamed or came back by half a plan no longer shows what they were before, which a
   * reading of what changed would need to know: the next run reads everything.
   */
  private void recover(SyncRun run, Connection connection) {
    ports.states().forget(connection.id());
    long directory = connection.settings().directoryId();
    new RunRecovery(ports.links(), ports.plans(), clock)
        .recover(run, ports.targets().directories().open(directory));
    new ObjectsInDoubt(ports).recover(run, connection);
  }

  private void watched(SyncRun run, Connection connection, Work work) {
    RunWatch watch = new RunWatch(run.id(), ports, clock).after(run.progress().usage());
    if (run.state().over()) {
      work.on(run, connection, watch);
      return;
    }
    lines.begins(run);
    here.put(run.id(), watch);
    try (RunWatch beating = watch.startOn(timer)) {
      work.on(run, connection, beating);
    } catch (StoppedException e) {
      end(
          run.id(),
          stoppedState(),
          Message.of(closing.isRequested() ? "run-node-stopped" : "run-cancelled"));
    } catch (SourceException e) {
      end(run.id(), RunState.FAILED, e.problem());
    } catch (TargetException e) {
      end(run.id(), RunState.FAILED, e.problem());
    } catch (SpoolException e) {
      end(run.id(), RunState.FAILED, Message.of("run-files-failed", e.getMessage()));
    } catch (RuntimeException e) {
      log.error(e, "Run %d failed unexpectedly", run.id());
      end(run.id(), RunState.FAILED, Message.of("run-failed-unexpectedly", run.id()));
    } finally {
      here.remove(run.id());
      ports.journal().find(run.id()).ifPresent(lines::ended);
    }
  }

  private RunState stoppedState() {
    return closing.isRequested() ? RunState.INTERRUPTED : RunState.CANCELLED;
  }

  private void end(long runId, RunState state, Message message) {
    ports
        .journal()
        .find(runId)
        .filter(run -> run.state() != RunState.INTERRUPTED)
        .ifPresent(
            run ->
                ports
                    .journal()
                    .update(
                        run.with()
                            .state(state)
                            .message(message)
                            .finishedAt(clock.instant())
                            .build()));
  }
}
