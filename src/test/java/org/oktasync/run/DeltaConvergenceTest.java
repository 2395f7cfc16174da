package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Random;
import org.junit.Test;
import org.oktasync.record.SyncRun;

/**
 * However a history is cut into runs that look at what changed, it ends where one run ends that
 * looks at everything; changes that are seen twice, and member lists read whole or as changes,
 * included.
 */
public class DeltaConvergenceTest {
  private static final int HISTORIES = 120;

  @Test
  public void incrementalRunsEndWhereAFullRunEnds() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "never");
              Random random = new Random(~(long) seed);
              history.world.source.log().overlap(random.nextInt(4));
              history.sourceChanges(10);
              history.sync();
              for (int round = 0; round < 4; round++) {
                history.world.source.log().wholeLists(random.nextBoolean());
                history.sourceChanges(1 + random.nextInt(6));
                history.incremental();
              }
              String incremental = history.world.directory.world().text();
              SyncRun full = history.sync();
              assertEquals(
                  "a full run finds nothing to do; planned " + full.planned(),
                  incremental,
                  history.world.directory.world().text());
              history.assertConverged();
            });
  }

  @Test
  public void aNodeThatDiesInAnIncrementalRunLeavesNothingThatTheNextDoesNotMend() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all(), integers().between(1, 12))
        .checkAssert(
            (seed, write) -> {
              History history = new History(seed, "never");
              history.sourceChanges(10);
              history.sync();
              history.sourceChanges(8);
              history.dieAtWrite(write, new Random(seed).nextBoolean(), SyncRun.INCREMENTAL);
              String mended = history.world.directory.world().text();
              history.sync();
              assertEquals(mended, history.world.directory.world().text());
              history.assertConverged();
            });
  }
}
