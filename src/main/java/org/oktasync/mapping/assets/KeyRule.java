package org.oktasync.mapping.assets;

/**
 * What tells one object from another: {@code key:path=attribute}.
 *
 * @param path where the key is found in a source object; gives at most one value
 * @param attribute the attribute of Assets that holds it
 * @param place where the line stands in the text
 */
public record KeyRule(SourcePath path, String attribute, Place place) {}
