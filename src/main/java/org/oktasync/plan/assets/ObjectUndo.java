package org.oktasync.plan.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/**
 * Plans the way back of objects: values come back where they are as the run left them, what the run
 * made is archived, what it archived comes back. What changed since is left alone and named.
 */
public final class ObjectUndo {
  private static final List<Phase> PHASES =
      List.of(Phase.OBJECTS, Phase.OBJECT_REFERENCES, Phase.RETIRE_OBJECTS, Phase.DELETE_OBJECTS);

  private final Map<Object, ObjectTrace> traces = new LinkedHashMap<>();

  /**
   * @param applied what the run did
   */
  public ObjectUndo(AppliedChanges applied) {
    for (Phase phase : PHASES) {
      try (Cursor<Made> changes = applied.of(phase)) {
        changes.forEachRemaining(this::note);
      }
    }
  }

  private void note(Made made) {
    if (made.change() instanceof ObjectChange change) {
      traces.computeIfAbsent(keyOf(change), any -> new ObjectTrace()).add(made);
    }
  }

  private static Object keyOf(ObjectChange change) {
    return change.sourceId().equals(ObjectChange.NO_SOURCE)
        ? change.identity()
        : List.of(change.identity().foldedType(), change.sourceId());
  }

  /** The last change of each object. */
  public List<ObjectChange> changes() {
    return traces.values().stream().map(ObjectTrace::last).toList();
  }

  /** Plans every object; keys that objects exchanged go back first. */
  public void plan(ObjectsNow now, PlanSink sink) {
    if (traces.isEmpty()) {
      return;
    }
    sink.owned(EntityKind.OBJECT, now.owned());
    Map<String, KeyMoves> moves = new TreeMap<>();
    List<ObjectWayBack> ways =
        traces.values().stream().map(trace -> ObjectWayBack.of(trace, now)).toList();
    for (ObjectWayBack way : ways) {
      way.keyMove()
          .ifPresent(
              move ->
                  moves
                      .computeIfAbsent(way.foldedType(), any -> new KeyMoves(way.type(), way.key()))
                      .add(move));
    }
    moves.values().forEach(KeyMoves::keepExchanged);
    moves.values().forEach(some -> some.plan(sink));
    ways.forEach(way -> way.plan(moves, sink));
  }
}
