package org.oktasync.plan.assets;

import org.oktasync.model.assets.AssetsObject;

/**
 * An object of Assets, and the key by which it is compared with the source.
 *
 * @param key the key of its link, or that of the source object that is about to change its key;
 *     without a link the value of the key attribute; folded
 * @param object the object
 */
public record CurrentObject(String key, AssetsObject object) {}
