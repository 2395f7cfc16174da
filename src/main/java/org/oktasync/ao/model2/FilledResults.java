package org.oktasync.ao.model2;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives results what their changes, which have it already, are searched by. */
final class FilledResults {
  /** The phases of model 1, by their numbers. */
  private static final int[] PHASES = {10, 20, 30, 40, 50, 60, 70};

  private final ActiveObjects ao;
  private final Map<Long, Long> planOfRun = new HashMap<>();

  FilledResults(ActiveObjects ao) {
    this.ao = ao;
    for (SyncRun2 run : ao.find(SyncRun2.class)) {
      planOfRun.put(run.getID(), run.getPlanId());
    }
  }

  /** Fills a row; one whose run or change is no longer there is of no use, and goes. */
  void fill(ChangeResult2 row) {
    if (row.getPlace() != 0) {
      return;
    }
    Optional<PlannedChange2> change =
        change(planOfRun.getOrDefault(row.getRunId(), 0L), row.getOrdinal());
    if (change.isEmpty()) {
      ao.delete(row);
    } else {
      fill(row, change.get());
    }
  }

  private static void fill(ChangeResult2 row, PlannedChange2 change) {
    row.setPlace(change.getPlace());
    row.setKind(change.getKind());
    row.setOperationName(change.getOperationName());
    row.setSubjectKey(change.getSubjectKey());
    row.setObjectKey(change.getObjectKey());
    row.setSourceId(change.getSourceId());
  }

  /** A number is in one of the phases; the index leads to each of these places. */
  private Optional<PlannedChange2> change(long planId, long ordinal) {
    Stream<Object> parameters =
        Stream.concat(
            Stream.of(planId),
            Arrays.stream(PHASES).mapToObj(phase -> Keys2.place(phase, ordinal)));
    return Stream.of(
            ao.find(
                PlannedChange2.class,
                "PLAN_ID = ? AND PLACE IN (?,?,?,?,?,?,?)",
                parameters.toArray()))
        .findFirst();
  }
}
