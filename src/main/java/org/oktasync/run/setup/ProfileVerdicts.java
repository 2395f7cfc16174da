package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.oktasync.mapping.assets.ProfileChanges.Change;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** Which changes of profiles a schema of Assets allows; what is not ours there stays. Pure. */
final class ProfileVerdicts {
  /** What is to be done about a change. */
  enum Verdict {
    /** Assets and the mapping are changed. */
    BUILD,
    /** Assets has it from a run that broke off; the mapping is changed. */
    WRITE,
    /** Somebody called it otherwise, and so it stays. */
    LEAVE,
    /** Something stands in the way; the next run tries again. */
    WAIT
  }

  private final ObjectSchema schema;
  private final Set<String> begun;
  private final Predicate<String> unsettled;
  private final Map<Change, Verdict> verdicts = new LinkedHashMap<>();
  private final Set<Message> notices = new LinkedHashSet<>();

  /**
   * @param begun attributes that a run set out to make, as {@code type/name}
   * @param unsettled whether nobody said that a type may be changed
   */
  ProfileVerdicts(ObjectSchema schema, Set<String> begun, Predicate<String> unsettled) {
    this.schema = schema;
    this.begun = begun;
    this.unsettled = unsettled;
  }

  ProfileVerdicts judge(List<Change> changes) {
    changes.forEach(change -> verdicts.put(change, verdict(change)));
    return this;
  }

  /** The changes with a verdict, in their order. */
  List<Change> with(Verdict wanted) {
    return verdicts.entrySet().stream()
        .filter(one -> one.getValue() == wanted)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a person should know. */
  List<Message> notices() {
    return new ArrayList<>(notices);
  }

  private Verdict verdict(Change change) {
    Optional<ObjectType> type = schema.type(change.type());
    if (type.isEmpty() || schema.disputed(change.type()).isPresent()) {
      return Verdict.WAIT; // the reading of objects says what is wrong with the type
    } else if (unsettled.test(change.type())) {
      notices.add(Message.of("assets-follow-unsettled", change.type()));
      return Verdict.WAIT;
    }
    return change.isRenaming() ? renaming(change, type.get()) : addition(change, type.get());
  }

  private Verdict addition(Change change, ObjectType type) {
    if (type.attribute(change.to()).isEmpty()) {
      return Verdict.BUILD;
    }
    return begun.contains(change.attribute()) ? Verdict.WRITE : taken(change);
  }

  private Verdict renaming(Change change, ObjectType type) {
    Optional<ObjectAttribute> from = type.attribute(change.from());
    Optional<ObjectAttribute> to = type.attribute(change.to());
    if (from.isEmpty() && to.isEmpty()) {
      return Verdict.WAIT; // the reading of objects says that it is missing
    } else if (to.isPresent()) {
      boolean same = from.isPresent() && from.get().id().equals(to.get().id());
      return same ? Verdict.WRITE : taken(change);
    }
    boolean ours = from.get().editable() && from.get().name().equalsIgnoreCase(change.from());
    return ours ? Verdict.BUILD : Verdict.LEAVE;
  }

  private Verdict taken(Change change) {
    String code = change.isRenaming() ? "assets-follow-not-renamed" : "assets-follow-taken";
    notices.add(Message.of(code, change.type(), change.to(), change.path()));
    return Verdict.WAIT;
  }
}
