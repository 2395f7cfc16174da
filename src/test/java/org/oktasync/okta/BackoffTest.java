package org.oktasync.okta;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class BackoffTest {
  @Test
  public void doublesAndSpreads() {
    assertEquals(Duration.ofMillis(500), new Backoff(() -> 0).before(1, Optional.empty()));
    assertEquals(Duration.ofMillis(1_999), new Backoff(() -> 0.9999).before(2, Optional.empty()));
    assertEquals(Duration.ofSeconds(3), new Backoff(() -> 0.5).before(3, Optional.empty()));
    assertEquals(Duration.ofSeconds(24), new Backoff(() -> 0.5).before(99, Optional.empty()));
  }

  @Test
  public void neverReturnsBeforeTheServerAsked() {
    Optional<Duration> asked = Optional.of(Duration.ofSeconds(40));
    assertEquals(Duration.ofSeconds(40), new Backoff(() -> 0).before(1, asked));
    assertEquals(Duration.ofMillis(40_500), new Backoff(() -> 0.5).before(3, asked));
  }
}
