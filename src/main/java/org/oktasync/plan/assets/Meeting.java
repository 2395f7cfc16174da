package org.oktasync.plan.assets;

import java.util.List;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectLink;

/** What stands on both sides under one key. */
record Meeting(
    String key, List<DesiredObject> desired, List<CurrentObject> current, List<KnownLink> links) {
  /** Whether nobody knows which of several are meant, so that all are left alone. */
  boolean isUnclear() {
    return desired.size() > 1 || (desired.size() == 1 && current.size() > 1);
  }

  /** Whether a link stands for an object that is in use. */
  boolean owns(KnownLink link) {
    return link.link().retired() == ObjectLink.Retired.NO && currentOf(link.link()) != null;
  }

  /** The object of a link; null when Assets does not show it. */
  CurrentObject currentOf(ObjectLink link) {
    return current.stream()
        .filter(one -> one.object().id().equals(link.objectId()))
        .findFirst()
        .orElse(null);
  }

  /**
   * The link of the source object, or that of an object of its key whose own source object is gone;
   * null when there is none, or nobody knows which source object is meant.
   */
  KnownLink ownLink() {
    if (desired.size() != 1) {
      return null;
    }
    ExternalId id = desired.get(0).sourceId();
    return links.stream()
        .filter(link -> link.link().sourceId().equals(id))
        .findFirst()
        .or(() -> links.stream().filter(link -> !link.sourceSeen()).findFirst())
        .orElse(null);
  }
}
