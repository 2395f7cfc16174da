package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random changes: the same seed makes the same changes of the same organisation. The administrator
 * is left alone.
 */
public final class Churn {
  /** What happens every day: all kinds but rules, one of which moves a whole department. */
  public static final Set<Change.Kind> EVERYDAY =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Change.Kind.APPLY_RULE)));

  private final Directory directory;
  private final History history;
  private final AtomicLong lastSeed;

  Churn(Directory directory, History history, long seed) {
    this.directory = directory;
    this.history = history;
    this.lastSeed = new AtomicLong(seed);
  }

  /** Makes everyday changes with a seed of its own. */
  void more(long count) {
    make((int) count, lastSeed.incrementAndGet(), EVERYDAY);
  }

  /**
   * Makes random changes.
   *
   * @param count how many; fewer are made when there is nobody left whom one could concern
   * @param kinds kinds to draw from, each as likely as the others; not empty
   * @return what was done
   */
  public List<Change> make(int count, long seed, Collection<Change.Kind> kinds) {
    Random random = new Random(seed);
    RandomChange drawn = new RandomChange(directory, random);
    List<Change.Kind> order = new ArrayList<>(EnumSet.copyOf(kinds));
    List<Change> done = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Collections.shuffle(order, random);
      order.stream()
          .map(drawn::of)
          .flatMap(Optional::stream)
          .findFirst()
          .map(history::play)
          .ifPresent(done::add);
    }
    return done;
  }
}
