package org.oktasync.ao;

import static java.util.stream.Collectors.toSet;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.oktasync.model.Message;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;

/** The changes that runs did not apply. */
final class ChangeResults {
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final JsonColumn json = new JsonColumn();
  private final PlannedChangeColumns columns = new PlannedChangeColumns();

  ChangeResults(ActiveObjects ao) {
    this.ao = ao;
  }

  /** Stores results of a run; an earlier result of the same change is replaced. */
  void store(long runId, List<ChangeResult> results) {
    for (List<ChangeResult> batch : Batch.of(results)) {
      deleteEarlier(runId, batch.stream().map(ChangeResult::ordinal).collect(toSet()));
      ao.create(AoChangeResult.class, batch.stream().map(one -> columns(runId, one)).toList());
    }
  }

  /** Looks for a range, which an index answers whatever a planner knows of the table. */
  private void deleteEarlier(long runId, Set<Long> ordinals) {
    AoChangeResult[] near =
        ao.find(
            AoChangeResult.class,
            "RUN_ID = ? AND ORDINAL >= ? AND ORDINAL <= ?",
            runId,
            Collections.min(ordinals),
            Collections.max(ordinals));
    ao.delete(
        Stream.of(near)
            .filter(row -> ordinals.contains(row.getOrdinal()))
            .toArray(AoChangeResult[]::new));
  }

  /** The results of some changes of a run, by ordinal; changes without one are left out. */
  Map<Long, ChangeResult> of(long runId, List<Long> ordinals) {
    Map<Long, ChangeResult> found = new HashMap<>();
    for (List<Long> batch : Batch.of(ordinals)) {
      Object[] parameters = Batch.parameters(batch, runId);
      String some = "RUN_ID = ? AND " + Batch.in("ORDINAL", batch.size());
      for (AoChangeResult row : ao.find(AoChangeResult.class, some, parameters)) {
        found.put(row.getOrdinal(), result(row));
      }
    }
    return found;
  }

  /** The changes of a plan that a run has results of, in the order of application. */
  List<PlannedChange> changesOf(long runId, long planId, int limit) {
    Query some = new Conditions().and("RUN_ID = ?", runId).page("ORDINAL", "ORDINAL ASC", 0, limit);
    List<Long> ordinals = new ArrayList<>();
    ao.stream(AoChangeResult.class, some, row -> ordinals.add(row.getOrdinal()));
    List<PlannedChange> changes = new ArrayList<>();
    for (List<Long> batch : Batch.of(ordinals)) {
      Query wanted =
          new Conditions()
              .and("PLAN_ID = ?", planId)
              .and(Batch.in("ORDINAL", batch.size()), batch.toArray())
              .query(PlannedChangeColumns.READ);
      ao.stream(AoPlannedChange.class, wanted, row -> changes.add(columns.change(row)));
    }
    changes.sort(Comparator.comparing(PlannedChange::mark));
    return changes;
  }

  /** Deletes all results of a run, in steps. */
  void deleteAll(long runId) {
    new StepwiseDelete<>(ao, AoChangeResult.class, "ORDINAL", AoChangeResult::getOrdinal)
        .where("RUN_ID = ?", runId);
  }

  private Map<String, Object> columns(long runId, ChangeResult result) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("RUN_ID", runId);
    columns.put("ORDINAL", result.ordinal());
    columns.put("OUTCOME", result.outcome().name());
    columns.put("MESSAGE", json.write(result.message()));
    return columns;
  }

  private ChangeResult result(AoChangeResult row) {
    RunOutcome outcome = RunOutcome.valueOf(row.getOutcome());
    return new ChangeResult(row.getOrdinal(), outcome, json.read(row.getMessage(), MESSAGE));
  }
}
