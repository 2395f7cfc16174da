package org.oktasync.run;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.apply.ObjectRecovery;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.plan.ObjectChange;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;

/** The objects that a run which ended badly may have written without noting it. */
final class ObjectsInDoubt {
  private final RunPorts ports;

  ObjectsInDoubt(RunPorts ports) {
    this.ports = ports;
  }

  /**
   * Notes what is found done. Where Assets cannot be asked, the next run finds such objects under
   * their keys: they are kept in step all the same, and never deleted.
   */
  void recover(SyncRun run, Connection connection) {
    List<ObjectChange> doubtful = doubtful(run);
    if (doubtful.isEmpty()) {
      return;
    }
    StopSignal stop = new StopSignal();
    try (AssetsTarget target = ports.assets().target(connection, stop)) {
      new ObjectRecovery(
              connection.id(),
              target,
              ObjectWriters.form(ports, connection, target, stop),
              ports.objects())
          .recover(doubtful);
    } catch (TargetException e) {
      ports.log().warn(e, "What run %d did in Assets without a note is not known", run.id());
    }
  }

  private List<ObjectChange> doubtful(SyncRun run) {
    List<ObjectChange> doubtful = new ArrayList<>();
    try (Cursor<PlannedChange> changes = ports.plans().changes(run.planId(), run.mark())) {
      for (int i = 0; i < PlanExecutor.CHUNK && changes.hasNext(); i++) {
        if (changes.next().row().toChange() instanceof ObjectChange change) {
          doubtful.add(change);
        }
      }
    }
    return doubtful;
  }
}
