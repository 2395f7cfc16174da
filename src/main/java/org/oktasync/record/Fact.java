package org.oktasync.record;

/**
 * A name and a value, as notices and the audit log list them.
 *
 * @param name stable code; its text stands under {@code okta-sync.fact.<name>}
 * @param value shown as it is; never a secret
 */
public record Fact(String name, String value) {
  /** A fact whose value is a number or a text. */
  public static Fact of(String name, Object value) {
    return new Fact(name, String.valueOf(value));
  }
}
