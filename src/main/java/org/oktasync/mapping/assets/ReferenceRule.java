package org.oktasync.mapping.assets;

/**
 * Each value leads to another object: {@code map:path=attribute|condition}.
 *
 * @param path where the values are found
 * @param attribute the reference attribute of Assets
 * @param condition how the other object is found by a value
 * @param place where the line stands in the text
 */
public record ReferenceRule(SourcePath path, String attribute, AqlTemplate condition, Place place)
    implements AttributeRule {}
