package org.oktasync.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.model.Cursor;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;

/** The changes of a run in the journal, as they are to be undone. */
final class UndoneRun implements AppliedChanges {
  private static final int PAGE = 1_000;

  private final RunPorts ports;
  private final SyncRun run;
  private final boolean brokeOff;
  private Set<Mark> inPart;

  /**
   * @param brokeOff whether the run may have done more than it noted: the chunk behind its mark
   */
  UndoneRun(RunPorts ports, SyncRun run, boolean brokeOff) {
    this.ports = ports;
    this.run = run;
    this.brokeOff = brokeOff;
  }

  @Override
  public Cursor<Made> of(Phase phase) {
    Cursor<PlannedChange> noted = ports.journal().applied(run.id(), new Mark(phase, 0));
    if (inPart == null) {
      inPart = inPart();
    }
    return new OnePhase(phase, noted, inPart, brokeOff ? doubtful(phase) : List.of());
  }

  /** The changes of which a part could not be made. */
  private Set<Mark> inPart() {
    Set<Mark> marks = new HashSet<>();
    List<ChangeResult> results = ports.journal().results(run.id(), Mark.START, PAGE);
    while (!results.isEmpty()) {
      results.stream()
          .filter(result -> result.outcome() == RunOutcome.APPLIED)
          .forEach(result -> marks.add(result.change().mark()));
      Mark last = results.get(results.size() - 1).change().mark();
      results = ports.journal().results(run.id(), last, PAGE);
    }
    return marks;
  }

  private List<PlannedChange> doubtful(Phase phase) {
    List<PlannedChange> doubtful = new ArrayList<>();
    try (Cursor<PlannedChange> ahead = ports.plans().changes(run.planId(), run.mark())) {
      for (int i = 0; i < PlanExecutor.CHUNK && ahead.hasNext(); i++) {
        PlannedChange change = ahead.next();
        if (change.phase() == phase && change.row().operation() != Operation.LEAVE) {
          doubtful.add(change);
        }
      }
    }
    return doubtful;
  }

  /** What is noted of one phase, then what is in doubt. */
  private static final class OnePhase implements Cursor<Made> {
    private final Phase phase;
    private final Cursor<PlannedChange> noted;
    private final Set<Mark> inPart;
    private final Iterator<PlannedChange> doubtful;
    private Made next;

    OnePhase(
        Phase phase, Cursor<PlannedChange> noted, Set<Mark> inPart, List<PlannedChange> doubtful) {
      this.phase = phase;
      this.noted = noted;
      this.inPart = inPart;
      this.doubtful = doubtful.iterator();
      step();
    }

    private void step() {
      PlannedChange change = noted.hasNext() ? noted.next() : null;
      if (change != null && change.phase() == phase) {
        next = new Made(change.row().toChange(), true, !inPart.contains(change.mark()));
        return;
      }
      noted.close();
      next = doubtful.hasNext() ? new Made(doubtful.next().row().toChange(), false, true) : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Made next() {
      if (next == null) {
        throw new NoSuchElementException("the run made no more changes of phase " + phase);
      }
      Made made = next;
      step();
      return made;
    }

    @Override
    public void close() {
      noted.close();
    }
  }
}
