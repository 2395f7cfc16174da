package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** A packed table answers as a plain map does. */
public class LinkTableTest {
  @Test
  public void whateverIsPutReplacedAndRemoved_itAnswersAsAMapDoes() {
    qt().withExamples(100)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              LinkTable table = new LinkTable(7, EntityKind.USER);
              Map<ExternalId, Link> map = new HashMap<>();
              for (int step = 0; step < 600; step++) {
                ExternalId id = new ExternalId("00u" + random.nextInt(200) + "ü");
                if (random.nextInt(4) == 0) {
                  table.remove(id);
                  map.remove(id);
                } else {
                  Link link = link(id, random);
                  table.put(link);
                  map.put(id, link);
                }
                assertEquals("seed " + seed, map.get(id), table.get(id));
              }
              Map<ExternalId, Link> all = new HashMap<>();
              table.forEach(link -> assertEquals(null, all.put(link.externalId(), link)));
              assertEquals("seed " + seed, map, all);
            });
  }

  private static Link link(ExternalId id, Random random) {
    return new Link(
        random.nextLong(),
        7,
        EntityKind.USER,
        id,
        random.nextInt(),
        "náme " + random.nextInt(),
        random.nextBoolean() ? "" : "JIRAUSER" + random.nextInt(),
        Link.Origin.values()[random.nextInt(2)],
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean()
            ? null
            : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1000)));
  }
}
