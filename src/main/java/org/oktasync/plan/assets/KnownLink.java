package org.oktasync.plan.assets;

import org.oktasync.model.assets.ObjectLink;

/**
 * A link, and the key by which it is compared with the source.
 *
 * @param key its own key, or that of the source object that is about to change its key; folded
 * @param link the link
 * @param sourceSeen whether the source has the object, be it under no usable key
 */
public record KnownLink(String key, ObjectLink link, boolean sourceSeen) {}
