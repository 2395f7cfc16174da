package org.oktasync.fakes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
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

  @Override
  public PlanWriter begin(long runId) {
    return new Writer(runId);
  }

  @Override
  public Cursor<PlannedChange> changes(long planId, Mark after) {
    return Cursor.over(
        all(planId).stream().filter(change -> change.mark().compareTo(after) > 0).toList());
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
