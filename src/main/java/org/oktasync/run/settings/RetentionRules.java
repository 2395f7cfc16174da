package org.oktasync.run.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.config.RetentionSettings;
import org.oktasync.record.RunHeader;
import org.oktasync.record.RunState;

/**
 * Which runs have been kept long enough. Always kept are runs under way, held runs whose plan still
 * holds, whatever one of these comes from, and of each connection the newest finished run of each
 * mode, dry or not.
 *
 * @param settings how long runs are kept
 * @param now the time at which it is asked
 */
record RetentionRules(RetentionSettings settings, Instant now) {
  /**
   * What is to be done about a run.
   *
   * @param whole whether the run goes, or only its changes
   */
  record Due(long runId, boolean whole) {}

  /**
   * What is due, oldest runs first.
   *
   * @param newestFirst all runs
   */
  List<Due> due(List<RunHeader> newestFirst) {
    Map<Long, List<RunHeader>> byConnection = new LinkedHashMap<>();
    newestFirst.forEach(
        run -> byConnection.computeIfAbsent(run.connectionId(), id -> new ArrayList<>()).add(run));
    Set<Long> needed = needed(newestFirst);
    List<Due> due = new ArrayList<>();
    byConnection.values().forEach(runs -> due.addAll(ofConnection(runs, needed)));
    due.sort((one, other) -> Long.compare(one.runId(), other.runId()));
    return due;
  }

  private List<Due> ofConnection(List<RunHeader> newestFirst, Set<Long> needed) {
    List<Due> due = new ArrayList<>();
    Set<String> modes = new HashSet<>();
    int dryRuns = 0;
    for (int i = 0; i < newestFirst.size(); i++) {
      RunHeader run = newestFirst.get(i);
      boolean newest = finished(run) && modes.add(run.mode() + run.dryRun());
      boolean kept = needed.contains(run.id()) || run.state() == RunState.RUNNING;
      dryRuns += run.dryRun() ? 1 : 0;
      if (!kept && !newest && (i >= settings.runs() || isOld(run))) {
        due.add(new Due(run.id(), true));
      } else if (!kept
          && run.dryRun()
          && dryRuns > settings.dryRuns()
          && ownsPlan(run, newestFirst)) {
        due.add(new Due(run.id(), false));
      }
    }
    return due;
  }

  private boolean isOld(RunHeader run) {
    return run.startedAt().isBefore(now.minus(Duration.ofDays(settings.days())));
  }

  private static boolean finished(RunHeader run) {
    return run.state().over() && run.state() != RunState.HELD;
  }

  /** The changes of a dry run that was applied are the journal of the run that applied it. */
  private static boolean ownsPlan(RunHeader run, List<RunHeader> all) {
    return all.stream().noneMatch(other -> other.planId() == run.id() && other.id() != run.id());
  }

  /** Open runs and the runs that they undo, go on with, or whose plan they apply. */
  private Set<Long> needed(List<RunHeader> all) {
    Set<Long> needed = new HashSet<>();
    for (RunHeader run : all) {
      boolean holds = run.planExpiresAt() != null && run.planExpiresAt().isAfter(now);
      if (run.state() == RunState.RUNNING || (run.state() == RunState.HELD && holds)) {
        needed.addAll(
            List.of(run.id(), run.planId(), run.origin().undoOf(), run.origin().resumedFrom()));
      }
    }
    return needed;
  }
}
