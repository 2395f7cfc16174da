package org.oktasync.okta;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The arithmetic of one bucket's rate limit. In each window of the server the share is spent
 * freely, then the reset is awaited. The share is spent whoever spent it: what an answer says is
 * left counts as much as our own calls, so that nodes of a cluster, which know nothing of one
 * another, keep to one share together. They can go beyond it by no more than the calls that they
 * have under way. Nothing is held back while no limit was announced. Not safe for use by many
 * threads.
 */
final class RateWindow {
  /** Answers overtake each other; only a larger jump of the remaining calls is a new window. */
  private static final long DISORDER = 16;

  private long limit;
  private long remaining;
  private long spent;
  private Instant end;

  /**
   * Takes one call out of the window.
   *
   * @param share percent of the limit that may be used up when the call goes
   * @return zero when the call may go now; else how long to wait before asking again
   */
  Duration take(Instant now, int share) {
    if (end != null && !now.isBefore(end)) {
      roll();
    }
    if (end != null && isSpent(allowance(share))) {
      return Duration.between(now, end);
    }
    spent++;
    remaining--;
    return Duration.ZERO;
  }

  private boolean isSpent(long allowance) {
    return spent >= allowance || limit - remaining >= allowance;
  }

  /** Takes in what an answer said. */
  void observe(Instant now, RateNotice notice) {
    Instant announced = now.plus(notice.resetIn());
    if (end != null && !now.isBefore(end)) {
      roll();
    }
    if (end != null && isNextWindow(notice, announced)) {
      roll();
    }
    limit = notice.limit();
    if (end == null) {
      end = announced;
      remaining = notice.remaining();
    } else {
      remaining = Math.min(remaining, notice.remaining());
    }
  }

  /** How many calls a window allows with this share; empty while no limit was announced. */
  OptionalLong allowed(int share) {
    return limit == 0 ? OptionalLong.empty() : OptionalLong.of(allowance(share));
  }

  private boolean isNextWindow(RateNotice notice, Instant announced) {
    return notice.remaining() > remaining + DISORDER && announced.isAfter(end.plusSeconds(2));
  }

  private void roll() {
    end = null;
    spent = 0;
  }

  private long allowance(int share) {
    return Math.max(1, limit * share / 100);
  }
}
