package org.oktasync.run;

import java.util.Set;
import org.junit.Test;
import org.oktasync.fakes.DirectoryCall;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.Namesakes;
import org.oktasync.record.SyncRun;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.adoption.AdoptionChoice;
import org.oktasync.run.read.TargetState;

/**
 * Everybody takes over an account of another directory, at several sizes: how often that directory
 * is asked, how long the engine plans in memory, and what it keeps at hand of the words beside the
 * words themselves. Prints figures and proves nothing. Seconds of the sync are those of the fake
 * stores.
 */
public class ManyNamesakesBench {
  private static final int[] SIZES = {5_000, 20_000, 40_000};

  @Test
  public void measure() {
    for (int size : SIZES) {
      measure(size);
    }
  }

  private static String name(int number) {
    return "p%05d".formatted(number);
  }

  private static void measure(int people) {
    SyncWorld world = SyncWorld.unguarded();
    for (int i = 0; i < people; i++) {
      world.source.person("00u" + name(i), name(i));
      world.holdElsewhere(name(i), name(i) + "@example.com");
    }
    AdoptionChoice everybody = new AdoptionChoice(Set.of(Verdict.NAMESAKE), Set.of());
    world.adoption.confirm(world.connectionId(), everybody, "operator");
    System.out.printf("%n%d people take over an account%n", people);
    System.out.printf(
        "  kept at hand beside the words: %d bytes a person%n", atHand(world, people));
    show(world, "dry run", () -> world.dryRun());
    show(world, "sync", () -> world.sync());
    show(world, "no change", () -> world.sync());
  }

  private static void show(SyncWorld world, String what, java.util.function.Supplier<SyncRun> run) {
    int before = looks(world);
    long start = System.nanoTime();
    SyncRun done = run.get();
    System.out.printf(
        "  %s: %s, %d searches in the other directory, %.1f s%n",
        what, done.state(), looks(world) - before, (System.nanoTime() - start) / 1e9);
  }

  private static int looks(SyncWorld world) {
    return world.elsewhere.faults().callsSoFar(DirectoryCall.FIND_ACCOUNT);
  }

  /** After each of them was asked about once. */
  private static long atHand(SyncWorld world, int people) {
    long before = used();
    Namesakes namesakes =
        new TargetState(world.connection(), world.ports, world.directory, Set.of()).namesakes();
    int there = 0;
    for (int i = 0; i < people; i++) {
      ExternalId person = new ExternalId("00u" + name(i));
      there += namesakes.of(person, new AccountName(name(i))).account().isPresent() ? 1 : 0;
    }
    long after = used();
    if (there != people || !namesakes.expects(new ExternalId("00u" + name(0)))) {
      throw new AssertionError(there + " of " + people);
    }
    return (after - before) / people;
  }

  private static long used() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
