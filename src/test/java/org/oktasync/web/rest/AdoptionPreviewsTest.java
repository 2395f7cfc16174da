package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.oktasync.fakes.MovableClock;
import org.oktasync.run.adoption.AdoptionCandidate;

/** How long a preview is kept. */
public class AdoptionPreviewsTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final AdoptionPreviews previews = new AdoptionPreviews(clock);
  private int readings;

  @Test
  public void aPreview_isKeptForTenMinutes() {
    Object first = of(1, 1);
    clock.pass(Duration.ofMinutes(10).minusSeconds(1));
    assertSame(first, of(1, 1));
    clock.pass(Duration.ofSeconds(1));
    assertNotSame(first, of(1, 1));
    assertEquals(2, readings);
  }

  @Test
  public void aPreview_ofOtherSettings_isNotUsed() {
    assertNotSame(of(1, 1), of(1, 2));
  }

  @Test
  public void aDroppedPreview_isReadAnew() {
    Object first = of(1, 1);
    previews.drop(1);
    assertNotSame(first, of(1, 1));
  }

  @Test
  public void onlyTheLastFew_areKept() {
    Object first = of(1, 1);
    for (long other = 2; other <= 5; other++) {
      of(other, 1);
    }
    assertNotSame(first, of(1, 1));
  }

  @Test
  public void aFailure_isThrownAsItIs_andNotKept() {
    IllegalStateException failure = new IllegalStateException("no answer");
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                previews.of(
                    1,
                    1,
                    () -> {
                      throw failure;
                    })));
    of(1, 1);
    assertEquals(1, readings);
  }

  @Test
  public void whoAsksMeanwhile_getsTheSame_withoutASecondReading() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<AdoptionPreviews.Preview> first =
          other.submit(() -> previews.of(1, 1, () -> waiting(begun, go)));
      begun.await();
      ExecutorService third = Executors.newSingleThreadExecutor();
      try {
        Future<AdoptionPreviews.Preview> second = third.submit(() -> of(1, 1));
        go.countDown();
        assertSame(first.get(), second.get());
      } finally {
        third.shutdownNow();
      }
      assertEquals(0, readings);
    } finally {
      other.shutdownNow();
    }
  }

  private static List<AdoptionCandidate> waiting(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private AdoptionPreviews.Preview of(long connection, int version) {
    return previews.of(
        connection,
        version,
        () -> {
          readings++;
          return List.of();
        });
  }
}
