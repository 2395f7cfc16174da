package org.oktasync.run.settings;

import java.util.List;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Link;
import org.oktasync.record.RunJournal;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;

/** What is stored for one connection beside its settings; to be deleted under its lock alone. */
final class ConnectionData {
  private static final int STEP = 100;

  private final RunPorts ports;
  private final long connectionId;

  ConnectionData(RunPorts ports, long connectionId) {
    this.ports = ports;
    this.connectionId = connectionId;
  }

  /** How many accounts or groups are linked. */
  long links(EntityKind kind) {
    long count = 0;
    try (Cursor<Link> links = ports.links().links(connectionId, kind)) {
      for (; links.hasNext(); links.next()) {
        count++;
      }
    }
    return count;
  }

  /** How many objects of Assets are linked. */
  long objects() {
    return ports.objects().count(connectionId);
  }

  long runs() {
    return ports.journal().runs(connectionId, 0, 1).total();
  }

  long findings() {
    return ports.findings().search(connectionId, "", 0, 1).total();
  }

  void deleteLinks() {
    ports.links().releaseAll(connectionId);
    ports.objects().releaseAll(connectionId);
    ports.types().forget(connectionId);
    ports.profiles().forget(connectionId);
    ports.takeOvers().forgetAll(connectionId);
  }

  void deleteFindings() {
    ports.findings().settle(connectionId, Set.of());
  }

  /** Deletes runs with their plans and results, run by run, in small steps. */
  void deleteRuns() {
    RunJournal journal = ports.journal();
    List<SyncRun> runs = journal.runs(connectionId, 0, STEP).values();
    while (!runs.isEmpty()) {
      runs.forEach(run -> journal.delete(run.id()));
      runs = journal.runs(connectionId, 0, STEP).values();
    }
  }

  void deleteAll() {
    deleteLinks();
    deleteFindings();
    deleteRuns();
  }
}
