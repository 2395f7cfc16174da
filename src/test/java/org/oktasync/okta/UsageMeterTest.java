package org.oktasync.okta;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.junit.Test;
import org.oktasync.model.SourceUsage;

public class UsageMeterTest {
  private final FakeTime time = new FakeTime();
  private final UsageMeter meter = new UsageMeter(time);

  @Test
  public void itCountsCallsRepetitionsAndWaiting() {
    meter.sent(false);
    meter.sent(true);
    meter.waited(Duration.ofMillis(1_500));
    meter.waited(Duration.ofMillis(250));
    assertEquals(new SourceUsage(2, 1, 1_750, 2), meter.usage());
  }

  @Test
  public void callsPerMinuteAreThoseOfTheLastSixtySeconds() {
    for (int i = 0; i < 5; i++) {
      meter.sent(false);
      time.advance(Duration.ofSeconds(20));
    }
    assertEquals("at 60 and 80 seconds, and it is 100", 2, meter.usage().callsPerMinute());
    time.advance(Duration.ofSeconds(-1));
    assertEquals(3, meter.usage().callsPerMinute());
    time.advance(Duration.ofSeconds(61));
    assertEquals(new SourceUsage(5, 0, 0, 0), meter.usage());
  }
}
