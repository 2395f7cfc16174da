package org.oktasync.plan.schema;

import org.oktasync.model.assets.AttributeType;

/**
 * An attribute as a mapping needs it.
 *
 * @param name its name
 * @param type what values it takes
 * @param unique whether it tells objects apart
 * @param several whether it takes any number of values
 * @param refersTo the name of the type that it refers to; empty when it refers to none
 */
public record WantedAttribute(
    String name, AttributeType type, boolean unique, boolean several, String refersTo) {
  /** An attribute that may have one value. */
  static WantedAttribute of(String name, AttributeType type) {
    return new WantedAttribute(name, type, false, false, "");
  }
}
