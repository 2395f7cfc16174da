package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.EntityKind;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.Change.LeaveAlone;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.Reasons;

/** The way back of one object: what a run did to it, and what it is now. */
final class ObjectWayBack {
  private final ObjectTrace trace;
  private final ObjectChange last;
  private final ObjectLink link;
  private final boolean present;
  private final ObjectAttribute key;
  private final Map<String, String> from = new TreeMap<>();
  private final Map<String, String> to = new TreeMap<>();
  private final Set<String> references = new HashSet<>();
  private final List<String> changedSince = new ArrayList<>();

  private ObjectWayBack(ObjectTrace trace, ObjectsNow now) {
    this.trace = trace;
    this.last = trace.last();
    this.link = trace.deleted() ? null : now.link(last).orElse(null);
    Optional<AssetsObject> object = link == null ? Optional.empty() : now.object(link);
    this.present = object.isPresent();
    this.key = now.key(last).orElse(null);
    object.ifPresent(found -> compare(found, now));
  }

  /** The way back of an object whose changes are known. */
  static ObjectWayBack of(ObjectTrace trace, ObjectsNow now) {
    return new ObjectWayBack(trace, now);
  }

  private void compare(AssetsObject object, ObjectsNow now) {
    Map<String, String> texts = now.texts(object, last, trace.after().keySet());
    trace
        .after()
        .forEach(
            (attribute, left) -> {
              String text = texts.getOrDefault(attribute, "");
              String wanted = trace.before().getOrDefault(attribute, "");
              if (now.refers(last, attribute)) {
                references.add(attribute);
              }
              boolean elsewhere = trace.leadsElsewhere(attribute);
              boolean asLeft = text.equals(left) || isPartOf(attribute, text);
              if (asLeft && (elsewhere || !text.equals(wanted))) {
                from.put(attribute, text);
                to.put(attribute, wanted);
              } else if (!text.equals(wanted)) {
                changedSince.add(attribute);
              }
            });
  }

  /** Whether an attribute holds what it held and a part of what it was to refer to. */
  private boolean isPartOf(String attribute, String text) {
    Set<String> known = new HashSet<>(ValueText.values(trace.after().get(attribute)));
    known.addAll(ValueText.values(trace.before().getOrDefault(attribute, "")));
    return trace.inPart()
        && references.contains(attribute)
        && known.containsAll(ValueText.values(text));
  }

  /** The name of the type. */
  String type() {
    return last.identity().type();
  }

  /** The name of the type, folded. */
  String foldedType() {
    return last.identity().foldedType();
  }

  /** What tells objects of the type apart; null when nothing does any more. */
  ObjectAttribute key() {
    return key;
  }

  /** That the object gets its former key back; empty when it does not. */
  Optional<KeyMoves.Move> keyMove() {
    boolean moves =
        isBroughtBack()
            && key != null
            && to.containsKey(key.name())
            && !last.sourceId().equals(ObjectChange.NO_SOURCE);
    List<String> now = moves ? ValueText.values(from.get(key.name())) : List.of();
    List<String> then = moves ? ValueText.values(to.get(key.name())) : List.of();
    return now.size() == 1 && then.size() == 1
        ? Optional.of(new KeyMoves.Move(last.sourceId(), last.subject(), now.get(0), then.get(0)))
        : Optional.empty();
  }

  private boolean isBroughtBack() {
    return present && !trace.created() && !trace.broughtBack();
  }

  /**
   * Plans it.
   *
   * @param moves keys that objects have got back by then, by their folded type; where there are
   *     any, references follow once all keys are in place
   */
  void plan(Map<String, KeyMoves> moves, PlanSink sink) {
    if (trace.deleted()) {
      leave(Reasons.UNDO_IRREVERSIBLE, "", sink);
    } else if (link == null) {
      leave(Reasons.UNDO_UNLINKED, "", sink);
    } else if (isBroughtBack()) {
      bringBack(moves, sink);
    } else if (present) {
      archive(sink);
    } else {
      absent(sink);
    }
  }

  private void absent(PlanSink sink) {
    if (link.retired() != ObjectLink.Retired.ARCHIVED) {
      leave(Reasons.UNDO_OBJECT_GONE, "", sink);
    } else if (trace.archived() && !trace.created()) {
      sink.change(
          Phase.OBJECTS,
          new RestoreObject(last.sourceId(), last.identity(), last.subject(), Map.of(), Map.of()));
    } else {
      sink.unchanged(EntityKind.OBJECT, 1);
    }
  }

  /** What somebody has worked on since stays in use. */
  private void archive(PlanSink sink) {
    if (!changedSince.isEmpty()) {
      leave(Reasons.UNDO_CHANGED_SINCE, String.join(", ", changedSince), sink);
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

  private void bringBack(Map<String, KeyMoves> moves, PlanSink sink) {
    Optional<KeyMoves.Move> move = keyMove();
    ObjectIdentity identity =
        move.map(one -> new ObjectIdentity(type(), one.then())).orElse(last.identity());
    boolean settled = move.filter(one -> isSettled(one, moves)).isPresent();
    Set<String> first = new HashSet<>(to.keySet());
    first.removeIf(attribute -> settled && attribute.equals(key.name()));
    Set<String> second = new HashSet<>(first);
    second.removeIf(attribute -> moves.isEmpty() || !references.contains(attribute));
    first.removeAll(second);
    update(Phase.OBJECTS, identity, first, sink);
    update(Phase.OBJECT_REFERENCES, identity, second, sink);
    if (!changedSince.isEmpty()) {
      leave(Reasons.UNDO_CHANGED_SINCE, String.join(", ", changedSince), sink);
    } else if (to.isEmpty()) {
      sink.unchanged(EntityKind.OBJECT, 1);
    }
  }

  private boolean isSettled(KeyMoves.Move move, Map<String, KeyMoves> moves) {
    KeyMoves ofType = moves.get(foldedType());
    return ofType != null && ofType.isSettled(NameFolding.fold(move.then()));
  }

  private void update(Phase phase, ObjectIdentity identity, Set<String> attributes, PlanSink sink) {
    if (!attributes.isEmpty()) {
      sink.change(
          phase,
          new UpdateObject(
              last.sourceId(),
              identity,
              last.subject(),
              only(from, attributes),
              only(to, attributes)));
    }
  }

  private static Map<String, String> only(Map<String, String> texts, Set<String> attributes) {
    Map<String, String> some = new TreeMap<>(texts);
    some.keySet().retainAll(attributes);
    return some;
  }

  /** Nothing happens, and a row says why, unless nobody knows whether there was anything. */
  private void leave(String reason, String detail, PlanSink sink) {
    if (trace.certain()) {
      sink.change(
          Phase.OBJECTS,
          new LeaveAlone(
              EntityKind.OBJECT, last.sourceId(), last.subject(), last.object(), reason, detail));
    }
  }
}
