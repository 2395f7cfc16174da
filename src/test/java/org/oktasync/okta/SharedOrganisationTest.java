package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.oktasync.config.Secret;
import org.oktasync.control.Progress;
import org.oktasync.source.SourceSnapshot;

/** Two connections to one organisation have no more calls under way than one has. */
public class SharedOrganisationTest extends OrgFixture {
  private static final int AT_ONCE = 3;

  private final OktaRateLimiters limiters = new OktaRateLimiters(time);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch tooMany = new CountDownLatch(1);

  private OktaIdentitySource connection() {
    OktaAccess access = new OktaAccess(org.url(), new Secret(PoorOrg.TOKEN), 50, AT_ONCE);
    return opened(
        new OktaIdentitySource(
            access,
            PersonAttributes.of(Set.of()),
            limiters,
            time,
            time,
            () -> 0.5,
            log.log(),
            CALM));
  }

  /** Each call stays a moment, unless more have come than may: then nobody need wait any more. */
  private Reply held(Reply reply) {
    int now = underWay.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    try {
      if (now > AT_ONCE) {
        tooMany.countDown();
      }
      tooMany.await(30, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
    return reply;
  }

  @Test
  public void theyShareTheCallsAtOnce() throws Exception {
    org.people(0, 3);
    for (int i = 0; i < 12; i++) {
      org.group("00g" + i, "OKTA_GROUP", "G" + i, 1, List.of(PoorOrg.personId(0)));
    }
    org.bend = (request, reply) -> held(reply);
    ExecutorService runs = Executors.newFixedThreadPool(2);
    List<Future<SourceSnapshot>> read = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Path spool = folder.newFolder(name).toPath();
      OktaIdentitySource source = connection();
      read.add(runs.submit(() -> source.read(ALL, spool, stop, Progress.NONE)));
    }
    for (Future<SourceSnapshot> snapshot : read) {
      assertEquals(3, opened(snapshot.get()).userCount());
    }
    runs.shutdown();
    assertTrue("at once: " + most, most.get() <= AT_ONCE);
    assertEquals("and no fewer than allowed", AT_ONCE, most.get());
  }
}
