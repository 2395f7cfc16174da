package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Link;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Waiting for deactivation over random histories, in whole and incremental runs. */
public class GracePropertyTest {
  private static final Duration GRACE = Duration.ofDays(5);

  private static History history(int seed) {
    History history = new History(seed, "never");
    history.world.change("{\"leavers\":{\"tell\":true,\"grace\":{\"inactive\":5,\"notFound\":5}}}");
    return history;
  }

  private static Map<String, Instant> waiting(SyncWorld world) {
    Map<String, Instant> waiting = new HashMap<>();
    for (Link link : world.linksOf(EntityKind.USER)) {
      waiting.put(link.externalId().value(), link.leavingSince());
    }
    return waiting;
  }

  /** Does a run, and looks that nobody was switched off who had not waited long enough. */
  private static SyncRun run(History history, String mode, int seed) {
    Map<String, Instant> before = waiting(history.world);
    Set<String> gone = history.activeOurs();
    SyncRun run = history.world.run("manual", mode, false);
    assertTrue("seed " + seed + " " + run.message(), run.state() == RunState.SUCCEEDED);
    gone.removeAll(history.activeOurs());
    for (String id : gone) {
      Instant since = before.get(id);
      assertTrue(
          "seed " + seed + ", " + id + " waited since " + since,
          since != null && !since.plus(GRACE).isAfter(history.world.now()));
    }
    return run;
  }

  /**
   * Who has begun to wait by now and has an address that no mail can go to, such as {@code m<n@x}.
   */
  private static long unreachable(History history) {
    SyncWorld world = history.world;
    return world.linksOf(EntityKind.USER).stream()
        .filter(link -> world.now().equals(link.leavingSince()))
        .map(link -> world.directory.account(link.accountName()).orElseThrow())
        .filter(account -> account.email().contains("<"))
        .count();
  }

  /** Of how many the run says that it could not write to them. */
  private static long untold(SyncRun run) {
    return run.notices().stream()
        .filter(notice -> notice.code().equals("leavers-without-address"))
        .mapToLong(notice -> Long.parseLong(notice.arguments().get(0)))
        .sum();
  }

  @Test
  public void nobodyIsSwitchedOffEarly_andIncrementalRunsEndWhereAFullRunEnds() {
    qt().withExamples(30)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = history(seed);
              SyncWorld world = history.world;
              Random random = new Random(~(long) seed);
              history.sourceChanges(10);
              run(history, SyncRun.FULL, seed);
              long mails = 0;
              for (int round = 0; round < 4; round++) {
                world.passHours(1 + random.nextInt(4) * 24L);
                history.sourceChanges(random.nextInt(5));
                SyncRun delta = run(history, SyncRun.INCREMENTAL, seed);
                long unreachable = unreachable(history);
                mails += delta.counts().get(EntityKind.USER, Tally.WAITING) - unreachable;
                assertEquals("seed " + seed + ", told of", unreachable, untold(delta));
                String after = world.directory.world().text() + waiting(world);
                SyncRun full = run(history, SyncRun.FULL, seed);
                assertEquals(
                    "seed " + seed + " " + full.planned(),
                    after,
                    world.directory.world().text() + waiting(world));
              }
              assertEquals(
                  "seed " + seed + ", one mail for each waiting",
                  mails,
                  world.notices.notices().size());
              world.passHours(7 * 24);
              run(history, SyncRun.INCREMENTAL, seed);
              assertTrue(
                  "nobody waits for ever",
                  waiting(world).values().stream().allMatch(since -> since == null));
              history.assertConverged();
            });
  }

  @Test
  public void aNodeThatDiesMailsNobodyTwice_andTheNextRunGoesOn() {
    qt().withExamples(30)
        .forAll(integers().all(), integers().between(1, 8))
        .checkAssert(
            (seed, write) -> {
              History history = history(seed);
              history.sourceChanges(10);
              history.sync();
              history.sourceChanges(8);
              history.dieAtWrite(write, new Random(seed).nextBoolean());
              history.sync();
              long waiting =
                  waiting(history.world).values().stream().filter(since -> since != null).count();
              assertTrue("seed " + seed, history.world.notices.notices().size() <= waiting);
              history.world.passHours(6 * 24);
              history.sync();
              history.assertConverged();
            });
  }
}
