package org.oktasync.plan.assets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.Reasons;

/** Plans the objects of one type. */
final class TypePlanner {
  private final ObjectPlanner.Context context;
  private final TypedObjects side;
  private final TypeRules rules;
  private final Set<String> circle;
  private final WantedValues wanted;
  private final MissingObjects missing;
  private final PlanSink sink;
  private final KeyMoves moves;
  private final HeldKeys held;

  /** Objects whose references come in the second pass, and whether the first changes them. */
  private final Map<String, Boolean> postponed = new HashMap<>();

  /**
   * @param circle the ids of the types that this one refers to in a circle, its own among them
   */
  TypePlanner(
      ObjectPlanner.Context context,
      TypedObjects side,
      Set<String> circle,
      ReferredObjects referred) {
    this.context = context;
    this.side = side;
    this.rules = side.rules();
    this.circle = circle;
    this.wanted =
        new WantedValues(
            rules.type(), context.book(), context.users(), context.problems(), referred);
    this.missing = new MissingObjects(context, rules);
    this.sink = context.sink();
    this.moves = new KeyMoves(rules.type().name(), rules.key());
    this.held = new HeldKeys(rules.rules().get(0), context.book());
  }

  private interface Announcement {
    void of(String attribute, String now, String then);
  }

  /**
   * Plans what is gone, and learns by which values objects will be found, before anything is made
   * to refer to them.
   */
  void prepare() {
    walk(skipped -> {}, this::prepareAt);
    if (!held.isEmpty()) {
      held.leaveOut(moves);
      walk(skipped -> {}, this::takeBackAt);
    }
    if (!moves.isEmpty()) {
      Set<String> waitedFor = new HashSet<>();
      walk(skipped -> {}, meeting -> noteIfWaitedFor(meeting, waitedFor));
      moves.keep(waitedFor);
    }
  }

  /** Whoever is to have a key that another object is about to give up waits for it. */
  private void noteIfWaitedFor(Meeting meeting, Set<String> waitedFor) {
    if (meeting.desired().size() == 1
        && meeting.current().size() <= 1
        && moves.isGivenUp(meeting.key())) {
      waitedFor.add(meeting.key());
    }
  }

  private void prepareAt(Meeting meeting) {
    KnownLink own = meeting.ownLink();
    if (meeting.isUnclear()) {
      held.keep(meeting);
    }
    if (meeting.desired().size() == 1 && meeting.current().size() == 1) {
      new OneObject(meeting, null).announce();
    }
    if (side.whole() && meeting.desired().size() <= 1) {
      meeting.links().stream()
          .filter(link -> link != own)
          .forEach(link -> missing.plan(link, meeting.currentOf(link.link())));
    }
  }

  private void takeBackAt(Meeting meeting) {
    if (meeting.current().size() == 1 && held.against(meeting).isPresent()) {
      new OneObject(meeting, null).takeBack();
    }
  }

  /** The first pass: every object, but for references to what is not there yet. */
  void plan() {
    moves.plan(sink);
    walk(this::leaveAlone, this::planAt);
  }

  /** The second pass: references to objects that the first one plans. */
  void planReferences() {
    if (!postponed.isEmpty()) {
      walk(skipped -> {}, this::planReferencesAt);
    }
  }

  private void walk(Consumer<DesiredObject> keyless, Consumer<Meeting> step) {
    try (Grouped<DesiredObject> desired =
            new Grouped<>(side.desired(), one -> NameFolding.fold(one.object().key()));
        Grouped<CurrentObject> current = new Grouped<>(side.current(), CurrentObject::key);
        Grouped<KnownLink> links = new Grouped<>(side.links(), KnownLink::key)) {
      while ("".equals(desired.key())) {
        keyless.accept(desired.takeOne());
      }
      current.take("");
      for (String key = least(desired, current, links);
          key != null;
          key = least(desired, current, links)) {
        step.accept(new Meeting(key, desired.take(key), current.take(key), links.take(key)));
      }
    }
  }

  private static String least(Grouped<?>... streams) {
    String least = null;
    for (Grouped<?> stream : streams) {
      boolean before = stream.key() != null && (least == null || stream.key().compareTo(least) < 0);
      least = before ? stream.key() : least;
    }
    return least;
  }

  private void leaveAlone(DesiredObject desired) {
    MappingProblem problem = desired.object().problems().get(0);
    leave(desired.sourceId(), desired.sourceId().value(), problem.code(), problem.detail());
  }

  private void leave(ExternalId sourceId, String subject, String reason, String detail) {
    sink.change(
        Phase.OBJECTS,
        new Change.LeaveAlone(
            EntityKind.OBJECT, sourceId, subject, rules.type().name(), reason, detail));
  }

  private void planAt(Meeting meeting) {
    sink.owned(EntityKind.OBJECT, meeting.links().stream().filter(meeting::owns).count());
    KnownLink own = meeting.ownLink();
    if (meeting.desired().size() > 1) {
      meeting
          .desired()
          .forEach(one -> leave(one.sourceId(), keyOf(one), Reasons.OBJECT_KEY_TWICE, keyOf(one)));
    } else if (meeting.desired().size() == 1 && meeting.current().size() > 1) {
      leaveAmbiguous(meeting);
    } else if (held.against(meeting).isPresent()) {
      DesiredObject desired = meeting.desired().get(0);
      String holder = held.against(meeting).get();
      leave(desired.sourceId(), keyOf(desired), Reasons.OBJECT_KEY_KEPT, holder);
    } else if (meeting.desired().size() == 1) {
      new OneObject(meeting, own == null ? null : own.link()).plan();
    }
  }

  private void leaveAmbiguous(Meeting meeting) {
    DesiredObject desired = meeting.desired().get(0);
    String keys =
        String.join(
            ", ",
            meeting.current().stream().map(one -> one.object().objectKey()).sorted().toList());
    leave(desired.sourceId(), keyOf(desired), Reasons.OBJECT_FOUND_TWICE, keys);
  }

  private static String keyOf(DesiredObject desired) {
    return desired.object().key();
  }

  private void planReferencesAt(Meeting meeting) {
    if (postponed.containsKey(meeting.key())) {
      KnownLink own = meeting.ownLink();
      new OneObject(meeting, own == null ? null : own.link())
          .planReferences(postponed.get(meeting.key()));
    }
  }

  /** One source object and what Assets has of it. */
  private final class OneObject {
    private final String meetingKey;
    private final DesiredObject desired;
    private final AssetsObject current;
    private final ObjectLink link;
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> after = new TreeMap<>();
    private String label = "";

    OneObject(Meeting meeting, ObjectLink link) {
      this.meetingKey = meeting.key();
      this.desired = meeting.desired().get(0);
      this.current = meeting.current().isEmpty() ? null : meeting.current().get(0).object();
      this.link = link;
    }

    /** Tells others by which values the object will be found. */
    void announce() {
      noteMove();
      eachLookedUp(this::announce);
    }

    /** The object will be found as it is, after all. */
    void takeBack() {
      eachLookedUp((attribute, now, then) -> announce(attribute, then, now));
    }

    private void eachLookedUp(Announcement announcement) {
      for (BoundRule rule : rules.rules()) {
        List<String> values = desired.object().values().getOrDefault(rule.mapped(), List.of());
        if (values.size() == 1 && context.book().isLookedUp(rules.type(), rule.attribute())) {
          AttributeState present = AttributeState.of(current, rule, context.book());
          TypedValue.of(rule.attribute(), values.get(0))
              .map(text -> ValueText.of(List.of(text)))
              .filter(text -> !text.equals(present.text()))
              .ifPresent(text -> announcement.of(rule.attribute().name(), present.text(), text));
        }
      }
    }

    private void announce(String attribute, String now, String then) {
      context.book().announced(rules.type(), current.id(), attribute, now, then);
    }

    private void noteMove() {
      AttributeState now = AttributeState.of(current, rules.rules().get(0), context.book());
      Optional<String> then = TypedValue.of(rules.key(), keyOf(desired));
      if (then.isPresent() && now.texts().size() == 1) {
        moves.add(new KeyMoves.Move(id(), current.label(), now.first(), then.get()));
      }
    }

    void plan() {
      boolean later =
          rules
              .references()
              .filter(rule -> circle.contains(rule.target().id()))
              .anyMatch(rule -> !wanted.leadsToPresent(desired, rule));
      for (BoundRule rule : rules.rules()) {
        if (!later || !comesLater(rule)) {
          compare(rule);
        }
      }
      boolean changes =
          (current == null ? makeOrRestore() : update()) || moves.isSettled(meetingKey);
      if (later) {
        postponed.put(meetingKey, changes);
      } else if (!changes) {
        unchanged();
      }
    }

    private boolean comesLater(BoundRule rule) {
      return rule instanceof BoundRule.Reference reference
          && circle.contains(reference.target().id());
    }

    private void compare(BoundRule rule) {
      AttributeState present =
          current == null ? AttributeState.NONE : AttributeState.of(current, rule, context.book());
      AttributeState should = wanted.of(desired, rule, present).orElse(present);
      if (rule.attribute().label()) {
        label = should.first();
      }
      if (current == null && isArchived()) {
        // What it holds nobody sees: everything is said, empty attributes too.
        after.put(rule.attribute().name(), should.text());
        return;
      } else if (rule.attribute().id().equals(rules.key().id()) && moves.isSettled(meetingKey)) {
        return;
      }
      if (!should.same(present) && !stands(rule, present, should)) {
        before.put(rule.attribute().name(), present.text());
        after.put(rule.attribute().name(), should.text());
      }
    }

    private static boolean stands(BoundRule rule, AttributeState present, AttributeState should) {
      return rule instanceof BoundRule.Value
          && rule.attribute().type() != AttributeType.USER
          && PresentValues.stands(rule.attribute(), present.text(), should.text());
    }

    private boolean isArchived() {
      return link != null && link.retired() == ObjectLink.Retired.ARCHIVED;
    }

    private boolean makeOrRestore() {
      boolean archived = isArchived();
      if (!archived) {
        TypeRules.names(rules.type()).forEach(name -> after.putIfAbsent(name.name(), keyText()));
      }
      if (archived) {
        context.book().restored(link.objectId());
      }
      sink.change(
          Phase.OBJECTS,
          archived
              ? new ObjectChange.RestoreObject(id(), identity(), subject(), Map.of(), after)
              : new ObjectChange.CreateObject(id(), identity(), subject(), after, ""));
      context.book().made(rules.type(), after);
      return true;
    }

    private boolean update() {
      boolean retired = link != null && link.retired() == ObjectLink.Retired.STATUS;
      if (retired) {
        takeStatusBack();
      }
      if (after.isEmpty()) {
        return false;
      }
      sink.change(
          Phase.OBJECTS,
          retired
              ? new ObjectChange.RestoreObject(id(), identity(), subject(), before, after)
              : new ObjectChange.UpdateObject(id(), identity(), subject(), before, after));
      context.book().changed(rules.type(), current.id(), before, after);
      return true;
    }

    /** A status that somebody gave the object in the meantime stays. */
    private void takeStatusBack() {
      rules
          .status()
          .filter(status -> !rules.fills(status))
          .ifPresent(
              status -> {
                String now = missing.statusOf(current, status);
                if (now.equalsIgnoreCase(context.policy().status())) {
                  before.put(status.name(), now);
                  after.put(status.name(), link.statusBefore());
                }
              });
    }

    private void unchanged() {
      sink.unchanged(EntityKind.OBJECT, 1);
      boolean known =
          link != null && link.sourceId().equals(id()) && link.objectId().equals(current.id());
      if (!known || !link.identity().key().equals(keyOf(desired))) {
        context.notes().ours(identity(), id(), current.id());
      } else if (link.missingSince() != null || link.retired() != ObjectLink.Retired.NO) {
        context.notes().back(link);
      }
    }

    void planReferences(boolean changed) {
      rules.references().filter(this::comesLater).forEach(this::compare);
      if (!after.isEmpty()) {
        sink.change(
            Phase.OBJECT_REFERENCES,
            new ObjectChange.UpdateObject(id(), identity(), subject(), before, after));
      } else if (!changed) {
        unchanged();
      }
    }

    /** What an object is called by that has no name. */
    private String keyText() {
      return ValueText.of(List.of(keyOf(desired)));
    }

    private ExternalId id() {
      return desired.sourceId();
    }

    private ObjectIdentity identity() {
      return new ObjectIdentity(rules.type().name(), keyOf(desired));
    }

    private String subject() {
      if (!label.isEmpty()) {
        return label;
      }
      return current == null || current.label().isBlank() ? keyOf(desired) : current.label();
    }
  }
}
