package org.oktasync.record;

import java.util.EnumMap;
import java.util.Map;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.PlanSummary;

/**
 * How many of what; absent means none.
 *
 * @param values by kind and tally
 */
public record RunCounts(Map<EntityKind, Map<Tally, Long>> values) {
  /** Nothing happened. */
  public static final RunCounts NONE = new RunCounts(Map.of());

  /** Counts that later changes of {@code values} do not touch. */
  public static RunCounts copyOf(Map<EntityKind, Map<Tally, Long>> values) {
    Map<EntityKind, Map<Tally, Long>> copy = new EnumMap<>(EntityKind.class);
    values.forEach((kind, byTally) -> copy.put(kind, new EnumMap<>(byTally)));
    return new RunCounts(copy);
  }

  /** The count of one kind and tally. */
  public long get(EntityKind kind, Tally tally) {
    return values.getOrDefault(kind, Map.of()).getOrDefault(tally, 0L);
  }

  /** How many changes were written to the directory. */
  public long written() {
    return values.values().stream()
        .flatMap(byTally -> byTally.entrySet().stream())
        .filter(entry -> entry.getKey().written())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** These counts and some more of one kind and tally. */
  public RunCounts plus(EntityKind kind, Tally tally, long more) {
    RunCounts sum = copyOf(values);
    sum.values
        .computeIfAbsent(kind, key -> new EnumMap<>(Tally.class))
        .merge(tally, more, Long::sum);
    return sum;
  }

  /** What a plan would come to if all of it were applied. */
  public static RunCounts planned(PlanSummary summary) {
    RunCounts counts = NONE;
    for (EntityKind kind : EntityKind.values()) {
      for (var entry : summary.changes().getOrDefault(kind, Map.of()).entrySet()) {
        counts = counts.plus(kind, Tally.of(entry.getKey()), entry.getValue());
      }
      long same = summary.unchanged().getOrDefault(kind, 0L);
      counts = same == 0 ? counts : counts.plus(kind, Tally.UNCHANGED, same);
    }
    return counts;
  }
}
