package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.AppliedChanges;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.Change.LeaveAlone;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.Reasons;

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

  /** Plans every object. */
  public void plan(ObjectsNow now, PlanSink sink) {
    if (!traces.isEmpty()) {
      sink.owned(EntityKind.OBJECT, now.owned());
    }
    traces.values().forEach(trace -> new Step(trace, now, sink).plan());
  }

  /** The planning of one object. */
  private static final class Step {
    private final ObjectTrace trace;
    private final ObjectChange last;
    private final ObjectsNow now;
    private final PlanSink sink;

    Step(ObjectTrace trace, ObjectsNow now, PlanSink sink) {
      this.trace = trace;
      this.last = trace.last();
      this.now = now;
      this.sink = sink;
    }

    void plan() {
      Optional<ObjectLink> link = now.link(last);
      if (trace.deleted()) {
        leave(Reasons.UNDO_IRREVERSIBLE, "");
      } else if (link.isEmpty()) {
        leave(Reasons.UNDO_UNLINKED, "");
      } else {
        plan(link.get(), now.object(link.get()));
      }
    }

    private void plan(ObjectLink link, Optional<AssetsObject> object) {
      if (object.isPresent()) {
        present(object.get());
      } else if (link.retired() != ObjectLink.Retired.ARCHIVED) {
        leave(Reasons.UNDO_OBJECT_GONE, "");
      } else if (trace.archived() && !trace.created()) {
        sink.change(
            Phase.OBJECTS,
            new RestoreObject(
                last.sourceId(), last.identity(), last.subject(), Map.of(), Map.of()));
      } else {
        sink.unchanged(EntityKind.OBJECT, 1);
      }
    }

    private void present(AssetsObject object) {
      Map<String, String> texts = now.texts(object, last, trace.after().keySet());
      List<String> changedSince = new ArrayList<>();
      Map<String, String> from = new TreeMap<>();
      Map<String, String> to = new TreeMap<>();
      trace
          .after()
          .forEach(
              (attribute, left) -> {
                String present = texts.getOrDefault(attribute, "");
                String wanted = trace.before().getOrDefault(attribute, "");
                if (present.equals(left) && !present.equals(wanted)) {
                  from.put(attribute, present);
                  to.put(attribute, wanted);
                } else if (!present.equals(wanted)) {
                  changedSince.add(attribute);
                }
              });
      if (trace.created() || trace.broughtBack()) {
        archive(changedSince);
      } else {
        bringBack(from, to, changedSince);
      }
    }

    /** What somebody has worked on since stays in use. */
    private void archive(List<String> changedSince) {
      if (!changedSince.isEmpty()) {
        leave(Reasons.UNDO_CHANGED_SINCE, String.join(", ", changedSince));
        return;
      }
      sink.change(
          Phase.RETIRE_OBJECTS,
          new RetireObject(
              last.sourceId(),
              last.identity(),
              last.subject(),
              Map.of(),
              Map.of(),
              Reasons.UNDO_OBJECT_CREATED));
    }

    private void bringBack(
        Map<String, String> from, Map<String, String> to, List<String> changedSince) {
      if (!to.isEmpty()) {
        sink.change(
            Phase.OBJECTS,
            new UpdateObject(last.sourceId(), last.identity(), last.subject(), from, to));
      }
      if (!changedSince.isEmpty()) {
        leave(Reasons.UNDO_CHANGED_SINCE, String.join(", ", changedSince));
      } else if (to.isEmpty()) {
        sink.unchanged(EntityKind.OBJECT, 1);
      }
    }

    /** Nothing happens, and a row says why, unless nobody knows whether there was anything. */
    private void leave(String reason, String detail) {
      if (trace.certain()) {
        sink.change(
            Phase.OBJECTS,
            new LeaveAlone(
                EntityKind.OBJECT, last.sourceId(), last.subject(), last.object(), reason, detail));
      }
    }
  }
}
