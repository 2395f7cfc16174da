package org.oktasync.mapping.assets;

import org.oktasync.model.assets.AttributeType;

/**
 * An attribute of the source, as it is to become one of Assets.
 *
 * @param path where it stands, dotted
 * @param title what people call it
 * @param type what values the attribute of Assets takes
 * @param several whether there may be several values
 */
public record ProfileField(String path, String title, AttributeType type, boolean several) {}
