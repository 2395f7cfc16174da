package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;
import org.oktasync.config.Secret;
import org.oktasync.control.Pacer;
import org.oktasync.control.Progress;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.ExternalId;
import org.oktasync.okta.Reply.How;

public class CancelTest extends OrgFixture {
  private static final Pacer REAL =
      (time, stop) -> {
        try {
          if (stop.await(time)) {
            throw new StoppedException();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new StoppedException();
        }
      };

  private final AtomicLong stopped = new AtomicLong();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final OktaIdentitySource source =
      opened(
          new OktaIdentitySource(
              new OktaAccess(org.url(), new Secret(PoorOrg.TOKEN), 50, 2),
              PersonAttributes.of(Set.of()),
              new OktaRateLimiters(Clock.systemUTC()),
              Clock.systemUTC(),
              REAL,
              () -> 0.5,
              RecordedLog.unread()));

  @Test
  public void aReadingThatGetsNoAnswerEnds() {
    assertReadingEnds(Reply.json("[]").sent(How.SILENT));
  }

  @Test
  public void aReadingInTheMiddleOfAnAnswerEnds() {
    assertReadingEnds(Reply.json("[{\"id\":\"00u1\"},{\"id\":\"00u2\"}]").sent(How.HANGING));
  }

  @Test
  public void aReadingThatWaitsForTheRateLimitEnds() {
    assertReadingEnds(Reply.status(429, "Retry-After: 100"));
  }

  @Test
  public void aLookUpThatGetsNoAnswerEnds() {
    org.bend = (request, reply) -> answered(Reply.json("{}").sent(How.SILENT));
    org.people(0, 1);
    stopOnceAsked();
    assertEndsSoon(() -> source.lookup(stop).user(new ExternalId(PoorOrg.personId(0))));
  }

  private void assertReadingEnds(Reply reply) {
    org.bend = (request, whole) -> answered(reply);
    stopOnceAsked();
    assertEndsSoon(() -> source.read(ALL, spool(), stop, Progress.NONE));
    assertEquals("nothing is left behind", 0, folder.getRoot().list().length);
  }

  private Reply answered(Reply reply) {
    asked.countDown();
    return reply;
  }

  private void stopOnceAsked() {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (asked.await(20, TimeUnit.SECONDS)) {
                  stopped.set(System.nanoTime());
                  stop.request();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void assertEndsSoon(Runnable work) {
    assertThrows(StoppedException.class, work::run);
    Duration took = Duration.ofNanos(System.nanoTime() - stopped.get());
    assertTrue("took " + took, took.compareTo(Duration.ofSeconds(5)) < 0);
  }
}
