package org.oktasync.okta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;

/** A clock that stands still until somebody waits, and waits that take no time. */
final class FakeTime extends Clock implements Pacer {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public synchronized void pause(Duration time, StopSignal stop) {
    stop.check();
    waits.add(time);
    now = now.plus(time);
  }

  synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** Every wait so far. */
  List<Duration> waits() {
    return waits;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
