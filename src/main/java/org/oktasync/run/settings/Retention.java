package org.oktasync.run.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.record.RunJournal;

/**
 * Deletes what the {@link RetentionRules} no longer keep, little by little. Once a day it looks for
 * what is due; what it did not get done, after a restart or on another node, is due the next time
 * it looks. Two nodes that look at once do no harm.
 */
public final class Retention {
  /** How many rows a step deletes at most, in one transaction. */
  static final int ROWS = 400;

  private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

  private final RunJournal journal;
  private final ProductSettingsStore settings;
  private final Clock clock;
  private final Deque<RetentionRules.Due> due = new ArrayDeque<>();
  private RetentionRules.Due current;
  private Instant nextLook = Instant.MIN;

  public Retention(RunJournal journal, ProductSettingsStore settings, Clock clock) {
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does one small step: a job that comes every minute calls it as often as it has time for.
   *
   * @return whether there is more to do at once
   */
  public synchronized boolean step() {
    if (current == null && due.isEmpty()) {
      look();
    }
    if (current == null) {
      current = due.poll();
      // Somebody may have made use of the run since: it is judged once more before its first row.
      current =
          current != null && rules().due(journal.headers()).contains(current) ? current : null;
    }
    if (current != null && work(current)) {
      current = null;
    }
    return current != null || !due.isEmpty();
  }

  private void look() {
    if (!clock.instant().isBefore(nextLook)) {
      due.addAll(rules().due(journal.headers()));
      nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }
  }

  private RetentionRules rules() {
    return new RetentionRules(settings.read().retention(), clock.instant());
  }

  private boolean work(RetentionRules.Due one) {
    return one.whole() ? journal.deleteSome(one.runId(), ROWS) : journal.reduce(one.runId(), ROWS);
  }
}
