package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.fakes.InMemoryThings;
import org.oktasync.model.SourceUser;
import org.oktasync.record.SyncRun;
import org.oktasync.source.ThingKind;

/**
 * However people come to applications, roles and devices, and lose them: runs that look at what
 * changed leave objects of what is there as a run leaves them that looks at everything, and nobody
 * refers to what is gone. The objects of what is gone are a matter of full runs.
 */
public class ObjectDeltaConvergenceTest {
  private static final int HISTORIES = 60;

  /** An organisation in which people and what they have change by chance. */
  private static final class Things {
    final ThingWorld there = new ThingWorld();
    final History history;
    private final InMemoryThings okta = there.world.source.things();
    private final Random random;

    Things(int seed) {
      history = new History(seed, "never", there.world);
      random = new Random(~(long) seed);
      there.world.source.log().overlap(random.nextInt(4));
      there.world.source.lists().list("/api/v1/rooms");
    }

    void change(int changes) {
      for (int i = 0; i < changes; i++) {
        if (random.nextInt(3) == 0) {
          history.sourceChanges(1);
        } else {
          changeThing();
        }
      }
    }

    private void changeThing() {
      ThingKind kind = ThingKind.values()[random.nextInt(3)];
      String id = kind.label() + random.nextInt(4);
      boolean there = okta.ids(kind).contains(id);
      switch (random.nextInt(7)) {
        case 0 -> {
          if (there && kind != ThingKind.DEVICES) {
            okta.group(kind, id, "g" + random.nextInt(4), random.nextBoolean());
          }
        }
        case 1 -> {
          if (there && kind == ThingKind.APPS) {
            okta.active(kind, id, random.nextBoolean());
          }
        }
        case 2 -> {
          if (there && kind != ThingKind.ROLES) {
            okta.delete(kind, id);
          }
        }
        default -> okta.put(kind, id, label(kind, id), people());
      }
    }

    /** A role is found by its name, and a new one of those reaches nobody but by a full run. */
    private String label(ThingKind kind, String id) {
      return kind == ThingKind.ROLES ? "Role " + id : id + " " + random.nextInt(3);
    }

    private String[] people() {
      return there.world.source.people().stream()
          .map(user -> user.id().value())
          .filter(id -> random.nextInt(3) == 0)
          .toArray(String[]::new);
    }

    SyncRun incremental() {
      SyncRun run = history.incremental();
      assertEquals(run.notices().toString(), SyncRun.INCREMENTAL, run.mode());
      return run;
    }

    /** Objects of who and what is there. */
    List<String> objects() {
      Set<String> ids =
          there.world.source.people().stream()
              .map(SourceUser::id)
              .map(id -> id.value())
              .collect(Collectors.toCollection(TreeSet::new));
      there.world.source.lists().stream(
          org.oktasync.source.ListRequest.of("/api/v1/apps"),
          new org.oktasync.control.StopSignal(),
          app -> ids.add(app.id()));
      ids.addAll(okta.ids(ThingKind.DEVICES));
      return there.hand.text().lines().filter(line -> isOf(line, ids)).toList();
    }

    private static boolean isOf(String line, Set<String> ids) {
      return ids.stream()
          .map(id -> "Okta ID=" + id)
          .anyMatch(own -> line.contains(own + ",") || line.contains(own + "}"));
    }
  }

  @Test
  public void incrementalRunsEndWhereAFullRunEnds() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Things things = new Things(seed);
              things.change(14);
              things.history.sync();
              for (int round = 0; round < 4; round++) {
                things.change(1 + things.random.nextInt(6));
                things.incremental();
              }
              List<String> incremental = things.objects();
              things.history.sync();
              assertEquals("seed " + seed, incremental, things.objects());
              long writes = things.there.assets.writes();
              things.history.sync();
              assertEquals("seed " + seed, writes, things.there.assets.writes());
            });
  }
}
