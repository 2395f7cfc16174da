package org.oktasync.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectLink.Origin;
import org.oktasync.model.assets.ObjectLink.Retired;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Reasons;
import org.oktasync.record.ObjectLinks;
import org.oktasync.record.PlannedChange;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Carries out changes of objects in one schema of Assets, and keeps the links in step with it. An
 * object is looked for before it is made; one that is no longer as planned is left out as changed
 * since; one that Assets refuses fails alone. A reference that leads to nothing is left as it was:
 * the rest of the object is written, and what could not be made is told of it.
 */
public final class ObjectWriter implements ChangeWriter {
  /** So many objects are looked for at once before they are made. */
  private static final int TOGETHER = 25;

  /** After so many failures in a row that no repeat mended, Assets counts as out of reach. */
  private static final int HOPELESS = 5;

  private static final Message CHANGED_SINCE = Message.of("changed-since");

  private final AssetsTarget target;
  private final OwnedObjects owned;
  private final ObjectForm form;
  private final RetryPolicy retry;
  private final WriteCheck check;
  private final LostReferences lost = new LostReferences();
  private int failuresInARow;

  /**
   * @param form how changes read and write values
   * @param check asked before each change
   */
  public ObjectWriter(
      long connectionId,
      AssetsTarget target,
      ObjectForm form,
      ObjectLinks links,
      RetryPolicy retry,
      WriteCheck check) {
    this.target = target;
    this.owned = new OwnedObjects(connectionId, links, form::typeNow);
    this.form = form;
    this.retry = retry;
    this.check = check;
  }

  /** Creations of one type, told by one attribute. */
  @Override
  public String together(Change change) {
    return change instanceof CreateObject create
        ? "create " + create.identity().type() + " " + create.reason()
        : null;
  }

  @Override
  public int most() {
    return TOGETHER;
  }

  @Override
  public void write(List<PlannedChange> batch, Applied applied, StopSignal stop) {
    try {
      Map<String, List<AssetsObject>> there = lookFor(batch, stop);
      for (PlannedChange planned : batch) {
        stop.check();
        one(planned, there, applied, stop);
        applied.passed(planned);
      }
    } finally {
      owned.flush();
    }
  }

  /** What Assets has of the objects that are to be made, by folded key. */
  private Map<String, List<AssetsObject>> lookFor(List<PlannedChange> batch, StopSignal stop) {
    List<CreateObject> creations = new ArrayList<>();
    for (PlannedChange planned : batch) {
      if (planned.row().toChange() instanceof CreateObject create) {
        creations.add(create);
      }
    }
    Map<String, List<AssetsObject>> there = new HashMap<>();
    if (!creations.isEmpty()) {
      try {
        retry.run(() -> there.putAll(form.find(creations)), stop);
      } catch (TargetException e) {
        if (e.kind() == Kind.FATAL) {
          throw e;
        }
        return null; // each is looked for by itself, and fails by itself
      }
    }
    return there;
  }

  /**
   * @param there what was found before; null when that is not known
   */
  private void one(
      PlannedChange planned,
      Map<String, List<AssetsObject>> there,
      Applied applied,
      StopSignal stop) {
    if (!(planned.row().toChange() instanceof ObjectChange change)) {
      return; // what is left alone was counted when it was planned
    }
    try {
      Optional<Message> veto = check.veto(change);
      if (veto.isPresent()) {
        applied.skipped(planned, veto.get());
        return;
      }
      lost.begin();
      carryOut(change, there, stop);
      failuresInARow = 0;
      lost.settle(planned, applied);
    } catch (TargetException e) {
      settle(planned, e, applied);
    }
  }

  private void settle(PlannedChange planned, TargetException e, Applied applied) {
    switch (e.kind()) {
      case FATAL -> throw e;
      case CHANGED_SINCE, NOT_FOUND -> applied.skipped(planned, CHANGED_SINCE);
      case RETRY -> {
        failuresInARow++;
        if (failuresInARow >= HOPELESS) {
          throw new TargetException(Kind.FATAL, e.problem(), e);
        }
        applied.failed(planned, e.problem());
      }
      default -> {
        failuresInARow = 0;
        applied.failed(planned, e.problem());
      }
    }
  }

  private static TargetException changedSince() {
    return new TargetException(Kind.CHANGED_SINCE, CHANGED_SINCE, null);
  }

  private void carryOut(
      ObjectChange change, Map<String, List<AssetsObject>> there, StopSignal stop) {
    if (change instanceof CreateObject create) {
      create(create, there == null ? null : form.among(there, create), stop);
    } else if (change instanceof UpdateObject update) {
      retry.run(() -> update(update, update.before(), update.after()), stop);
    } else if (change instanceof RetireObject retire) {
      retry.run(() -> retire(retire), stop);
    } else if (change instanceof RestoreObject restore) {
      restore(restore, stop);
    } else if (change instanceof DeleteObject delete) {
      retry.run(() -> delete(delete), stop);
    }
  }

  /**
   * @param found what Assets had of the object a moment ago; null when that is not known
   */
  private void create(CreateObject create, List<AssetsObject> found, StopSignal stop) {
    List<List<AssetsObject>> first = new ArrayList<>();
    if (found != null) {
      first.add(found);
    }
    // An answer that is lost may hide a creation: from the second try on, Assets is asked again.
    retry.run(() -> make(create, first.isEmpty() ? form.find(create) : first.remove(0)), stop);
  }

  private void make(CreateObject create, List<AssetsObject> found) {
    lost.writes(); // or else it fails
    if (found.size() > 1) {
      throw new TargetException(
          Kind.CONFLICT, Message.of("assets-found-twice", create.identity().key()), null);
    }
    Optional<ObjectLink> link = owned.of(create);
    if (found.size() == 1) {
      takeOver(create, found.get(0), link);
    } else if (link.isPresent() && bringBack(link.get(), create)) {
      return;
    } else {
      ObjectType type = form.type(create);
      Map<String, String> filled = new HashMap<>(create.after());
      filled.values().removeIf(String::isEmpty);
      AssetsObject made = target.create(type, form.values(create, filled, null, lost.anew()));
      remember(create, made.id(), Origin.CREATED);
      form.written(type, made.id(), Map.of(), create.after());
    }
  }

  /** What a lost answer hid is ours; what somebody else made in the meantime we only found. */
  private void takeOver(CreateObject create, AssetsObject found, Optional<ObjectLink> link) {
    if (owned.isOfAnother(found.id(), create)) {
      throw changedSince(); // the other one is about to give up the key, or should have
    }
    Map<String, String> after = create.after();
    boolean asMade = form.isAsMade(found, create);
    writeDifference(create, found, after);
    boolean known = link.isPresent() && link.get().objectId().equals(found.id());
    if (known) {
      owned.put(link.get().as(create.identity(), create.sourceId()).back());
    } else {
      remember(create, found.id(), asMade ? Origin.CREATED : Origin.FOUND);
    }
  }

  private void remember(ObjectChange change, String objectId, Origin origin) {
    owned.add(change.identity(), change.sourceId(), objectId, origin);
  }

  /** Somebody archived the object: it is brought back rather than made twice. */
  private boolean bringBack(ObjectLink link, CreateObject create) {
    Optional<AssetsObject> alive = target.object(link.objectId());
    if (alive.isPresent() && !form.hasKey(alive.get(), create)) {
      throw changedSince(); // it has got another key, and the link will say so after this run
    }
    try {
      target.restore(link.objectId());
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
    Optional<AssetsObject> back = target.object(link.objectId());
    back.ifPresent(
        object -> {
          writeDifference(create, object, create.after());
          owned.put(link.as(create.identity(), create.sourceId()).back());
        });
    return back.isPresent();
  }

  private void writeDifference(
      ObjectChange change, AssetsObject object, Map<String, String> after) {
    ObjectType type = form.type(change);
    Map<String, String> differing = form.differing(object, change, after);
    Map<String, List<AttributeValue>> values = form.values(change, differing, object, lost.anew());
    if (!values.isEmpty()) {
      lost.writes();
      target.update(type, object.id(), values);
    }
    form.written(type, object.id(), form.present(object, change, differing.keySet()), after);
  }

  private void update(ObjectChange change, Map<String, String> before, Map<String, String> after) {
    AssetsObject object = located(change);
    Map<String, String> differing = form.differing(object, change, after);
    if (!form.stands(object, change, only(before, differing))) {
      throw changedSince();
    }
    writeDifference(change, object, after);
    Optional<ObjectLink> link = owned.of(change);
    if (link.isEmpty()) {
      remember(change, object.id(), Origin.FOUND);
    } else if (!isSettled(link.get(), change)) {
      ObjectLink now = link.get().as(change.identity(), sourceOf(change, link.get()));
      owned.put(now.back());
    }
  }

  private static Map<String, String> only(Map<String, String> some, Map<String, String> wanted) {
    Map<String, String> left = new HashMap<>(some);
    left.keySet().retainAll(wanted.keySet());
    return left;
  }

  private static ExternalId sourceOf(ObjectChange change, ObjectLink link) {
    return change.sourceId().equals(ObjectChange.NO_SOURCE) ? link.sourceId() : change.sourceId();
  }

  private static boolean isSettled(ObjectLink link, ObjectChange change) {
    return link.identity().key().equals(change.identity().key())
        && link.sourceId().equals(sourceOf(change, link))
        && link.missingSince() == null
        && link.retired() == Retired.NO;
  }

  /** The object that a change is about: by its link, else the only one of its key. */
  private AssetsObject located(ObjectChange change) {
    Optional<ObjectLink> link = owned.of(change);
    if (link.isPresent()) {
      return target.object(link.get().objectId()).orElseThrow(ObjectWriter::changedSince);
    }
    List<AssetsObject> found = form.find(change);
    if (found.size() != 1) {
      throw changedSince();
    }
    return found.get(0);
  }

  private void retire(RetireObject retire) {
    ObjectLink link = owned.of(retire).orElseThrow(ObjectWriter::changedSince);
    if (retire.after().isEmpty()) {
      target.archive(link.objectId());
      owned.put(link.retired(Retired.ARCHIVED, ""));
      return;
    }
    AssetsObject object = located(retire);
    Map<String, String> differing = form.differing(object, retire, retire.after());
    if (!form.stands(object, retire, only(retire.before(), differing))) {
      throw changedSince();
    }
    writeDifference(retire, object, retire.after());
    String before = retire.before().values().stream().findFirst().orElse("");
    owned.put(link.retired(Retired.STATUS, before));
  }

  private void restore(RestoreObject restore, StopSignal stop) {
    if (!restore.archived()) {
      retry.run(() -> update(restore, restore.before(), restore.after()), stop);
      return;
    }
    CreateObject anew =
        new CreateObject(
            restore.sourceId(),
            restore.identity(),
            restore.subject(),
            restore.after(),
            restore.sourceId().equals(ObjectChange.NO_SOURCE) ? Reasons.REFERRED_TO : "");
    if (restore.after().isEmpty()) {
      retry.run(() -> bringBackAsItWas(anew), stop);
      return;
    }
    // The way back of an archived object that somebody deleted is to make it anew.
    create(anew, null, stop);
  }

  private void bringBackAsItWas(CreateObject object) {
    ObjectLink link = owned.of(object).orElseThrow(ObjectWriter::changedSince);
    if (!bringBack(link, object)) {
      throw changedSince();
    }
  }

  private void delete(DeleteObject delete) {
    ObjectLink link =
        owned
            .of(delete)
            .filter(own -> own.origin() == Origin.CREATED)
            .orElseThrow(ObjectWriter::changedSince);
    target.delete(link.objectId());
    owned.remove(link);
  }

  /** What a person should know about how values were written. */
  public List<Message> notices() {
    List<Message> notices = new ArrayList<>();
    if (target.renamed() > 0) {
      notices.add(Message.of("assets-names-changed", target.renamed()));
    }
    notices.addAll(lost.notices());
    return notices;
  }
}
