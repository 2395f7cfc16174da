package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.target.TargetException;

/** A node that was taken for dead, and lives. */
public class TakeOverTest {
  private static final int LEAVERS = 3 * PlanExecutor.CHUNK;

  private final SyncWorld world = SyncWorld.unguarded();

  /** A database that goes away for a minute makes such nodes. */
  @Test
  public void whatAnotherNodeTookForDeadWritesNoMoreAndStaysInterrupted() {
    for (int i = 0; i < LEAVERS; i++) {
      world.source.person("p" + i, "person" + i);
    }
    world.sync();
    world.change("{\"leavers\":{\"notFound\":\"deactivate\"}}");
    for (int i = 0; i < LEAVERS; i++) {
      world.source.deletePerson("p" + i);
    }
    int before = world.directory.faults().writesSoFar();
    world.directory.faults().failAfterWrite(before + 5, this::takenOverMeanwhile);
    SyncRun run = world.sync();

    assertEquals(RunState.INTERRUPTED, run.state());
    assertEquals(Message.of("run-interrupted", "node1"), run.message());
    int written = world.directory.faults().writesSoFar() - before;
    assertTrue("wrote " + written, written <= PlanExecutor.CHUNK + 1);
  }

  private TargetException takenOverMeanwhile() {
    SyncRun run = world.journal.running(world.connectionId()).get(0);
    SyncRun.Times times = run.times();
    world.journal.update(
        run.with()
            .state(RunState.INTERRUPTED)
            .message(Message.of("run-interrupted", run.node()))
            .finishedAt(times.startedAt())
            .build());
    return DirectoryFaults.refusal(TargetException.Kind.RETRY).get();
  }
}
