package org.oktasync.apply;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectLink.Origin;
import org.oktasync.model.assets.ObjectLink.Retired;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.record.ObjectLinks;
import org.oktasync.target.AssetsTarget;

/**
 * Puts the links of objects in order after a run that ended between a write and the note of it:
 * each change in doubt is compared with Assets, and what is found done is noted. Nothing is written
 * to Assets.
 */
public final class ObjectRecovery {
  private final AssetsTarget target;
  private final ObjectForm form;
  private final OwnedObjects owned;

  public ObjectRecovery(
      long connectionId, AssetsTarget target, ObjectForm form, ObjectLinks links) {
    this.target = target;
    this.form = form;
    this.owned = new OwnedObjects(connectionId, links, form::typeNow);
  }

  /**
   * Notes what was done.
   *
   * @throws org.oktasync.target.TargetException when Assets cannot be asked
   */
  public void recover(List<ObjectChange> doubtful) {
    doubtful.forEach(this::recover);
    owned.flush();
  }

  private void recover(ObjectChange change) {
    Optional<ObjectLink> link = owned.of(change);
    if (change instanceof CreateObject create && link.isEmpty()) {
      recoverCreation(create);
    } else if (change instanceof RetireObject retire && retire.after().isEmpty()) {
      link.filter(own -> own.retired() == Retired.NO && !isThere(own))
          .ifPresent(own -> owned.put(own.retired(Retired.ARCHIVED, "")));
    } else if (change instanceof RestoreObject) {
      link.filter(own -> own.retired() == Retired.ARCHIVED && isThere(own))
          .ifPresent(own -> owned.put(own.back()));
    } else if (change instanceof DeleteObject) {
      link.filter(own -> own.retired() != Retired.ARCHIVED && !isThere(own))
          .ifPresent(owned::remove);
    }
  }

  /** Nothing had this key when the plan was made; what is there now just as planned is ours. */
  private void recoverCreation(CreateObject create) {
    List<AssetsObject> found = form.find(create);
    if (found.size() == 1
        && !owned.isOfAnother(found.get(0).id(), create)
        && form.isAsMade(found.get(0), create)) {
      owned.add(create.identity(), create.sourceId(), found.get(0).id(), Origin.CREATED);
    }
  }

  private boolean isThere(ObjectLink link) {
    return target.object(link.objectId()).isPresent();
  }
}
