package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.oktasync.model.Link;

/** Links as JSON. */
final class LinkJson {
  private LinkJson() {}

  /** A stored link. */
  static ObjectNode of(Link link) {
    return JsonAnswer.object()
        .put("id", link.id())
        .put("connectionId", link.connectionId())
        .put("kind", link.kind().label())
        .put("sourceId", link.externalId().value())
        .put("directoryId", link.directoryId())
        .put("name", link.name())
        .put("userKey", JsonAnswer.orNull(link.userKey()))
        .put("origin", link.origin().name().toLowerCase(Locale.ROOT))
        .put("keepUnownedMembers", link.keepUnownedMembers())
        .put("namedByAdministrator", link.namedByAdministrator());
  }
}
