package org.oktasync.mapping.assets;

/** One {@code map:} line: what goes into an attribute of Assets. */
public sealed interface AttributeRule permits PlainRule, ReferenceRule {
  /** Where the values are found in a source object. */
  SourcePath path();

  /**
   * The attribute of Assets; no other rule of the same mapping has it, upper or lower case alike.
   */
  String attribute();

  /** Where the line stands in the text. */
  Place place();
}
