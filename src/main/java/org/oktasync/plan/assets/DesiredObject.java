package org.oktasync.plan.assets;

import java.util.Set;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.model.ExternalId;

/**
 * What an object of the source should be in Assets.
 *
 * @param sourceId the object of the source
 * @param object what the mapping makes of it
 * @param uncertain attributes whose source did not come whole, as the mapping writes them: they may
 *     gain values and lose none
 */
public record DesiredObject(ExternalId sourceId, MappedObject object, Set<String> uncertain) {
  public DesiredObject {
    uncertain = Set.copyOf(uncertain);
  }
}
