package org.oktasync.plan;

/**
 * The seats of one application of Jira.
 *
 * @param application the application's name, as Jira shows it
 * @param seats how many people the licence allows
 * @param used how many people use one now
 * @param after how many would use one once the plan is applied
 */
public record SeatUse(String application, long seats, long used, long after) {
  /** Whether the plan takes more seats than there are; one that frees seats never does. */
  public boolean exceeded() {
    return after > seats && after > used;
  }
}
