package org.oktasync.fakes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.record.Mark;
import org.oktasync.record.Plan;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;

/** Plans in memory. */
public final class InMemoryPlanStore implements PlanStore {
  private final Map<Long, List<PlannedChange>> plans = new ConcurrentHashMap<>();
  private Random chance;

  /**
   * From now on the changes of a phase come in an order of chance, but for renames, whose order is
   * part of the plan; null ends that. Such a plan cannot be taken up from a mark.
   */
  public void shuffle(Random chance) {
    this.chance = chance;
  }

  @Override
  public PlanWriter begin(long runId) {
    return new Writer(runId);
  }

  @Override
  public Cursor<PlannedChange> changes(long planId, Mark after) {
    return Cursor.over(
        inOrder(
            all(planId).stream().filter(change -> change.mark().compareTo(after) > 0).toList()));
  }

  private List<PlannedChange> inOrder(List<PlannedChange> changes) {
    if (chance == null) {
      return changes;
    }
    List<PlannedChange> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, chance);
    // Stable: renames keep their order and come first, everything else stays shuffled.
    List<PlannedChange> renames = changes.stream().filter(InMemoryPlanStore::isRename).toList();
    shuffled.removeIf(InMemoryPlanStore::isRename);
    shuffled.addAll(0, renames);
    shuffled.sort(Comparator.comparing(PlannedChange::phase));
    return shuffled;
  }

  private static boolean isRename(PlannedChange change) {
    return change.row().operation() == Operation.RENAME;
  }

  @Override
  public long count(long planId) {
    return all(planId).size();
  }

  @Override
  public int deleteSome(long planId, int rows) {
    List<PlannedChange> all = all(planId);
    int deleted = Math.min(rows, all.size());
    plans.put(planId, all.subList(deleted, all.size()));
    return deleted;
  }

  @Override
  public void delete(long planId) {
    plans.remove(planId);
  }

  /** All changes of a plan, in the order of application. */
  public List<PlannedChange> all(long planId) {
    return plans.getOrDefault(planId, List.of()).stream()
        .sorted(Comparator.comparing(PlannedChange::mark))
        .toList();
  }

  private final class Writer implements PlanWriter {
    private final long planId;
    private final List<PlannedChange> changes = new ArrayList<>();
    private final SummaryBuilder summary = new SummaryBuilder();

    Writer(long planId) {
      this.planId = planId;
    }

    @Override
    public void change(Phase phase, Change change) {
      changes.add(new PlannedChange(changes.size() + 1L, phase, ChangeRow.of(change)));
      summary.change(phase, change);
    }

    @Override
    public void unchanged(EntityKind kind, long count) {
      summary.unchanged(kind, count);
    }

    @Override
    public void owned(EntityKind kind, long count) {
      summary.owned(kind, count);
    }

    @Override
    public void linked(long accounts) {
      summary.linked(accounts);
    }

    @Override
    public void groupLoss(GroupName group, long lost, long members) {
      summary.groupLoss(group, lost, members);
    }

    @Override
    public Plan finish() {
      plans.put(planId, List.copyOf(changes));
      return new Plan(planId, summary.summary(), fingerprint());
    }

    @Override
    public void close() {}

    private String fingerprint() {
      StringBuilder text = new StringBuilder();
      changes.forEach(one -> text.append(one.phase().name()).append(one.row().canonicalText()));
      try {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
