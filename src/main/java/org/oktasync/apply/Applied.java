package org.oktasync.apply;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.Tally;

/** What became of the changes since the last mark. For one thread. */
public final class Applied {
  private final List<ChangeResult> results = new ArrayList<>();
  private final Map<EntityKind, Map<Tally, Long>> counts = new EnumMap<>(EntityKind.class);
  private Mark mark;
  private long inPart;

  Applied(RunCounts start, Mark mark) {
    start.values().forEach((kind, byTally) -> counts.put(kind, new EnumMap<>(byTally)));
    this.mark = mark;
  }

  /** The change was applied. */
  void done(PlannedChange change) {
    count(change, Tally.of(change.row().operation()));
  }

  /** The change was applied but for a part, for this reason; the next run makes up for it. */
  void doneInPart(PlannedChange change, Message why) {
    results.add(new ChangeResult(change, RunOutcome.APPLIED, why));
    inPart++;
    done(change);
  }

  /** Whether any change was applied but for a part. */
  boolean anyInPart() {
    return inPart > 0;
  }

  /** The change was left out, for this reason. */
  void skipped(PlannedChange change, Message why) {
    results.add(new ChangeResult(change, RunOutcome.SKIPPED, why));
    count(change, Tally.SKIPPED);
  }

  /** The change failed, for this reason. */
  void failed(PlannedChange change, Message why) {
    results.add(new ChangeResult(change, RunOutcome.FAILED, why));
    count(change, Tally.FAILED);
  }

  /** Everything up to this change is settled. */
  void passed(PlannedChange change) {
    mark = change.mark();
  }

  private void count(PlannedChange change, Tally tally) {
    counts
        .computeIfAbsent(change.row().kind(), kind -> new EnumMap<>(Tally.class))
        .merge(tally, 1L, Long::sum);
  }

  RunCounts counts() {
    return RunCounts.copyOf(counts);
  }

  Mark mark() {
    return mark;
  }

  /** The results since the last call. */
  List<ChangeResult> takeResults() {
    List<ChangeResult> taken = List.copyOf(results);
    results.clear();
    return taken;
  }
}
