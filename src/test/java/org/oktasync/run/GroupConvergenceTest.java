package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Random;
import org.junit.Test;

/**
 * Runs that look at what changed end where one ends that looks at everything, also where groups
 * come from rows, filters, new names, and groups for new people or for everybody.
 */
public class GroupConvergenceTest {
  private static final int HISTORIES = 100;

  private static final String ROWS =
      "\"mode\":\"manual\",\"map\":[{\"source\":\"g0\",\"target\":\"both\"},"
          + "{\"source\":\"g1\",\"target\":\"both\"},{\"source\":\"g1\",\"target\":\"one\"},"
          + "{\"source\":\"g2\",\"target\":\"alpha\"}]";
  private static final String RULES =
      "\"include\":[\"*a*\"],\"exclude\":[\"delta*\"],"
          + "\"rename\":[{\"type\":\"prefix\",\"text\":\"o-\"}]";

  @Test
  public void incrementalRunsEndWhereAFullRunEnds() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "never");
              Random random = new Random(~(long) seed);
              String groups =
                  (random.nextBoolean() ? ROWS : RULES)
                      + (random.nextBoolean() ? ",\"forNewUsers\":[\"starters\"]" : "")
                      + (random.nextBoolean() ? ",\"forAllUsers\":[\"all\"]" : "");
              history.world.change("{\"groups\":{" + groups + "}}");
              history.sourceChanges(12);
              history.sync();
              for (int round = 0; round < 4; round++) {
                history.world.source.log().wholeLists(random.nextBoolean());
                history.sourceChanges(1 + random.nextInt(6));
                history.incremental();
              }
              String incremental = history.world.directory.world().text();
              history.sync();
              assertEquals(
                  "seed " + seed + ", " + groups,
                  incremental,
                  history.world.directory.world().text());
              long writes = history.world.directory.writes();
              history.sync();
              assertEquals("seed " + seed, writes, history.world.directory.writes());
            });
  }
}
