package org.oktasync.source;

/**
 * Whether a list came whole. Absence from an incomplete list proves nothing.
 *
 * @param complete every page came, each next was followed, no id or cursor came twice, the last
 *     page had no next
 * @param reason stable code of what is missing; empty when complete
 */
public record Completeness(boolean complete, String reason) {
  /** The list came whole. */
  public static final Completeness WHOLE = new Completeness(true, "");

  /** The list did not come whole, for the reason of this code. */
  public static Completeness broken(String reason) {
    return new Completeness(false, reason);
  }
}
