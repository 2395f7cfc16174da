package org.oktasync.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.apply.ObjectForm;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.assets.ObjectsNow;
import org.oktasync.record.ObjectLinks;
import org.oktasync.target.AssetsTarget;

/** The objects of some changes as Assets holds them: a few by id, more of one type by its list. */
final class PresentObjects implements ObjectsNow {
  private static final int FEW = 200;

  private final long connectionId;
  private final ObjectLinks links;
  private final AssetsTarget target;
  private final ObjectForm form;
  private final Map<String, AssetsObject> listed = new HashMap<>();
  private final Set<String> listedTypes = new HashSet<>();

  /**
   * @param changes the changes that will be asked about
   * @throws org.oktasync.target.TargetException when Assets cannot be read
   */
  PresentObjects(
      long connectionId,
      ObjectLinks links,
      AssetsTarget target,
      ObjectForm form,
      List<ObjectChange> changes,
      StopSignal stop) {
    this.connectionId = connectionId;
    this.links = links;
    this.target = target;
    this.form = form;
    Map<String, List<ObjectChange>> byType =
        changes.stream().collect(Collectors.groupingBy(change -> change.identity().foldedType()));
    byType.forEach(
        (type, some) -> {
          if (some.size() > FEW) {
            form.present(type).ifPresent(found -> list(found, some, stop));
          }
        });
  }

  private void list(ObjectType type, List<ObjectChange> changes, StopSignal stop) {
    listedTypes.add(NameFolding.fold(type.name()));
    Set<String> wanted =
        changes.stream()
            .flatMap(change -> link(change).stream())
            .map(ObjectLink::objectId)
            .collect(Collectors.toSet());
    try (Cursor<AssetsObject> objects = target.objects(type, stop)) {
      while (objects.hasNext()) {
        AssetsObject object = objects.next();
        if (wanted.contains(object.id())) {
          listed.put(object.id(), object);
        }
      }
    }
  }

  @Override
  public Optional<ObjectLink> link(ObjectChange change) {
    String type = form.typeNow(change.identity().type());
    return links
        .find(connectionId, type, change.sourceId())
        .or(() -> links.find(connectionId, new ObjectIdentity(type, change.identity().key())));
  }

  @Override
  public Optional<AssetsObject> object(ObjectLink link) {
    return listedTypes.contains(link.identity().foldedType())
        ? Optional.ofNullable(listed.get(link.objectId()))
        : target.object(link.objectId());
  }

  @Override
  public Map<String, String> texts(
      AssetsObject object, ObjectChange change, Collection<String> attributes) {
    return form.present(object, change, attributes);
  }

  @Override
  public Optional<ObjectAttribute> key(ObjectChange change) {
    return form.keyOf(change);
  }

  @Override
  public boolean refers(ObjectChange change, String attribute) {
    return form.present(change.identity().type())
        .flatMap(type -> type.attribute(attribute))
        .filter(found -> found.type() == AttributeType.REFERENCE)
        .isPresent();
  }

  @Override
  public long owned() {
    return links.count(connectionId);
  }
}
