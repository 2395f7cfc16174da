package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.control.LogSink.Level;
import org.oktasync.control.SyncLog;
import org.oktasync.fakes.RecordedLog.Line;

/** What a reading writes to the log, on whichever thread. */
public class ReadingLogTest extends OrgFixture {
  private static final int GROUPS = 40;

  private void organise() {
    org.people(0, 3);
    for (int i = 0; i < GROUPS; i++) {
      org.group("00gbroken" + i, "OKTA_GROUP", "broken " + i, 2, List.of("00u00000", "00u00000"));
      org.group("00gcount" + i, "OKTA_GROUP", "count " + i, 7, List.of("00u00000", "00u00001"));
    }
  }

  @Test
  public void linesOfReadingThreadsBearTheRunAndManyListsAreOneLine() {
    organise();
    try (SyncLog.Scope run = log.log().begin(5, 17)) {
      read();
    }
    List<Line> lines = log.lines();
    assertTrue(lines.toString(), lines.size() > GROUPS);
    lines.forEach(
        line -> assertTrue(line.text(), line.text().startsWith("connection 5, run 17: ")));
    assertEquals(
        List.of(
            "connection 5, run 17: 40 member lists did not come whole, the first: members of"
                + " broken 0 (okta-repeated-id)"),
        lines.stream().filter(line -> line.level() != Level.DEBUG).map(Line::text).toList());
  }
}
