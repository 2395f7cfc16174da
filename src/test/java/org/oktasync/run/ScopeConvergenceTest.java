package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Random;
import org.junit.Test;

/**
 * With a scope, too, incremental runs end where a full one ends, and the next full one is quiet.
 */
public class ScopeConvergenceTest {
  private static final String[] POLICIES = {"keep", "deactivate", "remove-groups"};

  @Test
  public void incrementalRunsEndWhereAFullRunEnds() {
    qt().withExamples(120)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "never");
              Random random = new Random(~(long) seed);
              history.world.change(
                  "{\"scope\":{\"people\":\"groups\",\"groups\":[\"g0\",\"g1\"],"
                      + "\"statuses\":"
                      + (random.nextBoolean() ? "[]" : "[\"ACTIVE\",\"SUSPENDED\"]")
                      + ",\"excluded\":["
                      + (random.nextBoolean() ? "" : "\"gus\"")
                      + "]},\"leavers\":{\"outOfScope\":\""
                      + POLICIES[random.nextInt(3)]
                      + "\",\"inactive\":\""
                      + POLICIES[random.nextInt(3)]
                      + "\"}}");
              history.sourceChanges(14);
              history.sync();
              for (int round = 0; round < 4; round++) {
                history.world.source.log().wholeLists(random.nextBoolean());
                history.sourceChanges(1 + random.nextInt(6));
                history.incremental();
              }
              String incremental = history.world.directory.world().text();
              history.sync();
              assertEquals(incremental, history.world.directory.world().text());
              long writes = history.world.directory.writes();
              history.sync();
              assertEquals(writes, history.world.directory.writes());
            });
  }
}
