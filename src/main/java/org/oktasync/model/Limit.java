package org.oktasync.model;

/**
 * A limit on how much one run may take away: a number, a share, or both; whichever is smaller
 * counts.
 *
 * @param count the largest number allowed; null when only the share counts
 * @param percent the largest share allowed, of what the connection owns; null when only the number
 *     counts
 */
public record Limit(Integer count, Integer percent) {
  /** Below this many owned things, a share says little and a small number is allowed instead. */
  static final int SMALL = 100;

  private static final int SMALL_ALLOWANCE = 5;

  /**
   * How many of {@code owned} things one run may take away. In a small connection the share gives
   * way to a number: five, but never more than half of what there is, and at least one.
   */
  public long allowed(long owned) {
    long byCount = count == null ? Long.MAX_VALUE : count;
    long byShare = percent == null ? Long.MAX_VALUE : shareOf(owned);
    return Math.min(byCount, byShare);
  }

  private long shareOf(long owned) {
    long share = owned * percent / 100;
    if (owned >= SMALL || percent == 0) {
      return share;
    }
    return Math.max(share, Math.max(1, Math.min(SMALL_ALLOWANCE, owned / 2)));
  }
}
