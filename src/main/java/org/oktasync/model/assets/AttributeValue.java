package org.oktasync.model.assets;

/**
 * One value of an attribute.
 *
 * @param text what a person reads; for references the label of the other object, for users their
 *     name, for statuses the status's name
 * @param reference what Assets knows it by: the id of the other object, the user's key, the
 *     status's id; empty for plain values
 */
public record AttributeValue(String text, String reference) {
  /** A value that refers to nothing. */
  public static AttributeValue of(String text) {
    return new AttributeValue(text, "");
  }
}
