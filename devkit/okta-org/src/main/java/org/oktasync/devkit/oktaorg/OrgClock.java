package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The organisation's time, which may be ahead of everybody else's or behind it. */
final class OrgClock extends Clock {
  private final Clock real;
  private volatile Duration skew = Duration.ZERO;

  OrgClock(Clock real) {
    this.real = real;
  }

  /** From now on the organisation is this far ahead, or behind if negative. */
  void setSkew(Duration ahead) {
    skew = ahead;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(skew);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The organisation's time has no other zone");
  }
}
