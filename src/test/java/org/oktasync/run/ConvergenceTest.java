package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.oktasync.apply.PlanExecutor;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/**
 * What must hold for every history of an organisation and every mishap. Histories are drawn from a
 * seed, which a failure names.
 */
public class ConvergenceTest {
  private static final int HISTORIES = 100;

  @Test
  public void everyRunEndsWhereTheSourceIsAndTheNextOneHasNothingToDo() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 4; round++) {
                history.perturb();
                history.sync();
                history.assertConverged();
                history.assertQuiet();
              }
            });
  }

  @Test
  public void whatIsNotOursIsNeverChanged() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 4; round++) {
                history.perturb();
                Map<String, String> before = history.unowned();
                history.sync();
                Map<String, String> after = history.unowned();
                before.forEach((name, was) -> assertEquals(name, was, after.get(name)));
              }
            });
  }

  @Test
  public void aDryRunLeavesNoTrace() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              history.sync();
              history.perturb();
              String before = history.world.directory.world().text();
              SyncRun dry = history.world.dryRun();
              assertEquals(before, history.world.directory.world().text());
              SyncRun real = history.sync();
              assertEquals(dry.fingerprint(), real.fingerprint());
            });
  }

  @Test
  public void aNodeThatDiesAtAnyWriteLeavesNothingThatTheNextRunDoesNotMend() {
    qt().withExamples(HISTORIES * 2)
        .forAll(integers().all(), integers().between(1, 25))
        .checkAssert(
            (seed, write) -> {
              History history = new History(seed);
              history.perturb();
              history.sync();
              history.perturb();
              boolean lost = new Random(seed).nextBoolean();
              history.dieAtWrite(write, lost);
              history.assertConverged();
              assertEquals(undisturbed(seed), history.world.directory.world().text());
              history.assertQuiet();
            });
  }

  /** Each write of the same run in turn, with and without its answer, not some by chance. */
  @Test
  public void itDoesNotMatterAtWhichWriteTheNodeDies() {
    int deaths = 0;
    for (int seed = 1; seed <= 12; seed++) {
      int writes = writesOfSecondRun(seed);
      deaths += writes;
      for (int write = 1; write <= writes; write++) {
        for (boolean lost : new boolean[] {false, true}) {
          History history = new History(seed);
          history.perturb();
          history.sync();
          history.perturb();
          history.dieAtWrite(write, lost);
          String what = "seed " + seed + ", write " + write + ", answer lost " + lost;
          assertEquals(what, undisturbed(seed), history.world.directory.world().text());
          history.assertQuiet();
        }
      }
    }
    assertTrue("deaths: " + deaths, deaths > 40);
  }

  private static int writesOfSecondRun(int seed) {
    History history = new History(seed);
    history.perturb();
    history.sync();
    history.perturb();
    long before = history.world.directory.writes();
    history.sync();
    return (int) (history.world.directory.writes() - before);
  }

  /** The write is done, and the journal never hears of it; the node lives on. */
  @Test
  public void aDatabaseThatIsLostBetweenAWriteAndItsNoteHarmsNothing() {
    int[] lost = {0};
    qt().withExamples(HISTORIES * 2)
        .forAll(integers().all(), integers().between(1, 6))
        .checkAssert(
            (seed, write) -> {
              History history = new History(seed);
              history.perturb();
              history.sync();
              history.perturb();
              String mode = seed % 2 == 0 ? SyncRun.FULL : SyncRun.INCREMENTAL;
              int written = history.loseDatabaseAtWrite(write, mode);
              lost[0] += history.world.database.refused() > 0 ? 1 : 0;
              assertTrue("went on blindly: " + written, written < PlanExecutor.CHUNK);
              history.sync();
              history.assertConverged();
              assertEquals(undisturbed(seed), history.world.directory.world().text());
              history.assertQuiet();
            });
    assertTrue("runs that lost it: " + lost[0], lost[0] > HISTORIES / 2);
  }

  /** Where the same history ends when nobody dies. */
  private static String undisturbed(int seed) {
    History history = new History(seed);
    history.perturb();
    history.sync();
    history.perturb();
    history.sync();
    return history.world.directory.world().text();
  }

  @Test
  public void aWriteThatFailsIsMadeUpForByTheNextRun() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all(), integers().between(1, 15))
        .checkAssert(
            (seed, write) -> {
              History history = new History(seed);
              history.perturb();
              history.failAtWrite(write);
              history.sync();
              history.sync();
              history.assertConverged();
              history.assertQuiet();
            });
  }

  @Test
  public void brokenListsRemoveNobody() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              history.sync();
              history.perturb();
              long active = history.activeAccounts();
              Set<String> inside = history.membershipsOfOurs();
              history.world.source.breakUsers(true).breakGroups(true);
              history
                  .world
                  .source
                  .groups()
                  .forEach(g -> history.world.source.breakMembers(g.id().value()));
              history.noneInactive();
              SyncRun run = history.sync();
              assertTrue(run.state() == RunState.PARTIAL);
              assertTrue(history.activeAccounts() >= active);
              assertEquals(0, history.removed(run));
              assertTrue(history.membershipsOfOurs().containsAll(inside));
            });
  }
}
