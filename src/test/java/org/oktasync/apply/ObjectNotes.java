package org.oktasync.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.fakes.InMemoryObjectLinks;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.assets.LinkNotes;

/** What a run does at its end with what its plan learned of objects. */
final class ObjectNotes implements LinkNotes {
  private final long connection;
  private final InMemoryObjectLinks links;
  private final List<ObjectLink> stored = new ArrayList<>();
  private final List<Long> released = new ArrayList<>();

  ObjectNotes(long connection, InMemoryObjectLinks links) {
    this.connection = connection;
    this.links = links;
  }

  @Override
  public void ours(ObjectIdentity identity, ExternalId sourceId, String objectId) {
    ObjectLink known =
        links.all().stream()
            .filter(link -> link.objectId().equals(objectId))
            .findFirst()
            .orElse(
                ObjectLink.of(connection, identity, sourceId, objectId, ObjectLink.Origin.FOUND));
    stored.add(known.as(identity, sourceId).back());
  }

  @Override
  public void back(ObjectLink link) {
    stored.add(link.back());
  }

  @Override
  public void missing(ObjectLink link, Instant since, int runs) {
    stored.add(link.missing(since, runs));
  }

  @Override
  public void gone(ObjectLink link) {
    released.add(link.id());
  }

  void settle() {
    for (ObjectLink link : stored) {
      Optional<ObjectLink> present =
          links.all().stream().filter(one -> one.id() == link.id()).findFirst();
      boolean counted = link.missingSince() != null && present.isPresent();
      links.store(
          List.of(counted ? present.get().missing(link.missingSince(), link.missingRuns()) : link));
    }
    links.release(released);
    stored.clear();
    released.clear();
  }
}
