package org.oktasync.support;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;
import org.oktasync.control.SyncLog;

/** The last lines of a node, and no more. */
public class LogRingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final LogRing ring = new LogRing(Clock.fixed(NOW, ZoneOffset.UTC));
  private final SyncLog log = new SyncLog(List.of(ring));

  @Test
  public void itHoldsTheLastTwoThousandLines() {
    for (int i = 0; i < 2_100; i++) {
      log.info("line %d", i);
    }
    assertEquals(2_000, ring.lines().size());
    assertEquals("line 100", ring.lines().get(0).text());
    assertEquals("line 2099", ring.lines().get(1_999).text());
    assertEquals(NOW, ring.lines().get(0).at());
  }

  @Test
  public void itHoldsNoLinesThatMayNamePersons() {
    log.debug("ann");
    assertEquals(List.of(), ring.lines());
  }

  @Test
  public void itHoldsTheBeginningOfWhatWasThrown() {
    log.error(new IllegalStateException("why" + "y".repeat(9_000)), "broken");
    String trace = ring.lines().get(0).trace();
    assertTrue(trace, trace.startsWith("java.lang.IllegalStateException: whyy"));
    assertEquals(4_000, trace.length());
  }
}
