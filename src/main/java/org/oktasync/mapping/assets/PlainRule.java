package org.oktasync.mapping.assets;

/**
 * Values go into an attribute as they are: {@code map:path=attribute}. When the attribute is a
 * reference, they are what the other objects are called; see {@link SchemaBinding}.
 *
 * @param path where the values are found
 * @param attribute the attribute of Assets
 * @param place where the line stands in the text
 */
public record PlainRule(SourcePath path, String attribute, Place place) implements AttributeRule {}
