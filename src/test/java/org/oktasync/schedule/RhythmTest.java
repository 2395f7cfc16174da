package org.oktasync.schedule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.config.ScheduleSettings;
import org.oktasync.fakes.NightlyCron;

/** When runs are due. */
public class RhythmTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final CronTimes cron = new NightlyCron(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Rhythm quarterly = new Rhythm("PT15M", "", "");

  @Test
  public void anInterval_beginsWithARandomPartOfItself() {
    assertEquals(Optional.of(NOW), quarterly.first(NOW, cron, () -> 0));
    assertEquals(Optional.of(NOW.plusSeconds(675)), quarterly.first(NOW, cron, () -> 0.75));
  }

  @Test
  public void anInterval_keepsItsPhase() {
    Instant due = NOW.minusSeconds(30);
    assertEquals(Optional.of(due.plus(QUARTER)), quarterly.after(due, NOW, cron, () -> 0));
  }

  @Test
  public void timesThatWereMissed_arePassedOver() {
    Instant due = NOW.minus(QUARTER.multipliedBy(7)).minusSeconds(1);
    assertEquals(
        Optional.of(NOW.minusSeconds(1).plus(QUARTER)), quarterly.after(due, NOW, cron, () -> 0));
    Instant onTheDot = NOW.minus(QUARTER.multipliedBy(3));
    assertEquals(Optional.of(NOW.plus(QUARTER)), quarterly.after(onTheDot, NOW, cron, () -> 0));
  }

  @Test
  public void aTimeThatIsStillToCome_stays() {
    Instant due = NOW.plusSeconds(1);
    assertEquals(Optional.of(due), quarterly.after(due, NOW, cron, () -> 0));
  }

  @Test
  public void aCronExpression_isReadInItsZone() {
    Rhythm utc = new Rhythm("", NightlyCron.NIGHTLY, "");
    Rhythm tokyo = new Rhythm("", NightlyCron.NIGHTLY, "Asia/Tokyo");
    assertEquals(Optional.of(Instant.parse("2026-03-02T03:00:00Z")), utc.first(NOW, cron, () -> 0));
    assertEquals(
        Optional.of(Instant.parse("2026-03-01T18:00:00Z")), tokyo.after(NOW, NOW, cron, () -> 0));
    assertEquals(
        Optional.empty(), new Rhythm("", NightlyCron.OVER, "").after(NOW, NOW, cron, () -> 0));
  }

  @Test
  public void aTimeOfACronExpression_isPutOffByMinutesAtRandom() {
    Rhythm nightly = new Rhythm("", NightlyCron.NIGHTLY, "");
    Optional<Instant> late = Optional.of(Instant.parse("2026-03-02T03:09:00Z"));
    assertEquals(late, nightly.first(NOW, cron, () -> 0.9));
    assertEquals(late, nightly.after(NOW, NOW, cron, () -> 0.9));
  }

  @Test
  public void frequentTimesOfACronExpression_doNotRunIntoEachOther() {
    Rhythm minutely = new Rhythm("", "0 * * * * ?", "");
    CronTimes inAMinute = (expression, zone) -> Optional.of(NOW.plusSeconds(60));
    assertEquals(Optional.of(NOW.plusSeconds(75)), minutely.after(NOW, NOW, inAMinute, () -> 0.5));
  }

  @Test
  public void aTimeOfACronExpression_thatIsStillToCome_stays() {
    Instant due = NOW.plusSeconds(1);
    Rhythm nightly = new Rhythm("", NightlyCron.NIGHTLY, "");
    assertEquals(Optional.of(due), nightly.after(due, NOW, cron, () -> 0.9));
  }

  @Test
  public void theText_tellsRhythmsApart() {
    String berlin = textOf("", NightlyCron.NIGHTLY, "Europe/Berlin");
    assertNotEquals(berlin, textOf("", NightlyCron.NIGHTLY, ""));
    assertNotEquals(textOf("PT15M", "", ""), textOf("PT1H", "", ""));
    assertEquals("a zone means nothing to an interval", "PT1H", textOf("PT1H", "", "Asia/Tokyo"));
  }

  private static String textOf(String interval, String cron, String zone) {
    return Rhythm.of(new ScheduleSettings(interval, cron, zone, "P7D", "P1D", false)).text();
  }
}
