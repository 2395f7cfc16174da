package org.oktasync.plan.assets;

import java.time.Instant;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;

/** Takes what a plan learns about ownership without writing anything to Assets. */
public interface LinkNotes {
  /**
   * An object is there just as it should be, and belongs to this source object.
   *
   * @param objectId Assets' id of it
   */
  void ours(ObjectIdentity identity, ExternalId sourceId, String objectId);

  /** The source has the object of a link again, and nothing of it changes. */
  void back(ObjectLink link);

  /** The source was read whole without the object of a link. */
  void missing(ObjectLink link, Instant since, int runs);

  /** Neither the source nor Assets has the object of a link any more. */
  void gone(ObjectLink link);
}
