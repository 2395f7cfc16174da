package org.oktasync.ao;

import static java.util.stream.Collectors.toSet;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.oktasync.model.Message;
import org.oktasync.plan.ChangeRow;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Mark;
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
      deleteEarlier(runId, batch.stream().map(ChangeResults::place).collect(toSet()));
      ao.create(AoChangeResult.class, batch.stream().map(one -> columns(runId, one)).toList());
    }
  }

  /** Looks for a range, which an index answers whatever a planner knows of the table. */
  private void deleteEarlier(long runId, Set<Long> places) {
    AoChangeResult[] near =
        ao.find(
            AoChangeResult.class,
            "RUN_ID = ? AND PLACE >= ? AND PLACE <= ?",
            runId,
            Collections.min(places),
            Collections.max(places));
    ao.delete(
        Stream.of(near)
            .filter(row -> places.contains(row.getPlace()))
            .toArray(AoChangeResult[]::new));
  }

  /** Whether a run has results. */
  boolean any(long runId) {
    var one = new Conditions().and("RUN_ID = ?", runId).page("ID", "PLACE ASC", 0, 1);
    return ao.find(AoChangeResult.class, one).length > 0;
  }

  /** Those of some positions whose changes a run did not apply, by place. */
  Set<Long> places(long runId, List<Position> positions) {
    Set<Long> found = new HashSet<>();
    if (!positions.isEmpty() && positions.get(0).list() == 0) {
      Conditions range =
          new Conditions()
              .and("RUN_ID = ?", runId)
              .and("PLACE >= ?", positions.get(0).place())
              .and("PLACE <= ?", positions.get(positions.size() - 1).place());
      readPlaces(range, found);
      return found;
    }
    for (List<Position> batch : Batch.of(positions)) {
      Object[] places = batch.stream().map(Position::place).toArray();
      readPlaces(
          new Conditions().and("RUN_ID = ?", runId).and(Batch.in("PLACE", places.length), places),
          found);
    }
    return found;
  }

  private void readPlaces(Conditions wanted, Set<Long> found) {
    wanted.and("OUTCOME <> ?", RunOutcome.APPLIED.name());
    ao.stream(AoChangeResult.class, wanted.query("PLACE"), row -> found.add(row.getPlace()));
  }

  /**
   * What a run found about a change, as it is stored.
   *
   * @param message null when there is nothing to say
   */
  record Stored(RunOutcome outcome, Message message) {}

  /** The results of some changes of a run, by place; changes without one are left out. */
  Map<Long, Stored> of(long runId, List<PlannedChange> changes) {
    Map<Long, Stored> found = new HashMap<>();
    for (List<PlannedChange> batch : Batch.of(changes)) {
      Object[] parameters =
          Batch.parameters(batch.stream().map(one -> Place.of(one.mark())).toList(), runId);
      String some = "RUN_ID = ? AND " + Batch.in("PLACE", batch.size());
      for (AoChangeResult row : ao.find(AoChangeResult.class, some, parameters)) {
        found.put(row.getPlace(), stored(row));
      }
    }
    return found;
  }

  /** The results of a run behind a mark, with the changes of its plan, in their order. */
  List<ChangeResult> of(long runId, long planId, Mark after, int limit) {
    Query some =
        new Conditions()
            .and("RUN_ID = ?", runId)
            .and("PLACE > ?", Place.of(after))
            .page("PLACE", "PLACE ASC", 0, limit);
    List<Long> places = new ArrayList<>();
    ao.stream(AoChangeResult.class, some, row -> places.add(row.getPlace()));
    List<PlannedChange> changes = new ArrayList<>();
    for (List<Long> batch : Batch.of(places)) {
      Query wanted =
          new Conditions()
              .and("PLAN_ID = ?", planId)
              .and(Batch.in("PLACE", batch.size()), batch.toArray())
              .query(PlannedChangeColumns.READ);
      ao.stream(AoPlannedChange.class, wanted, row -> changes.add(columns.change(row)));
    }
    changes.sort(Comparator.comparing(PlannedChange::mark));
    Map<Long, Stored> found = of(runId, changes);
    return changes.stream()
        .filter(change -> found.containsKey(Place.of(change.mark())))
        .map(change -> result(change, found.get(Place.of(change.mark()))))
        .toList();
  }

  private static ChangeResult result(PlannedChange change, Stored stored) {
    return new ChangeResult(change, stored.outcome(), stored.message());
  }

  /** Deletes some results of a run, in one transaction; 0 when none is left. */
  int deleteSome(long runId, int rows) {
    return new StepwiseDelete<>(ao, AoChangeResult.class, "PLACE", AoChangeResult::getPlace)
        .some(rows, "RUN_ID = ?", runId);
  }

  private Map<String, Object> columns(long runId, ChangeResult result) {
    ChangeRow row = result.change().row();
    Map<String, Object> columns = new HashMap<>();
    columns.put("RUN_ID", runId);
    columns.put("PLACE", place(result));
    columns.put("KIND", row.kind().label());
    columns.put("OPERATION_NAME", row.operation().label());
    columns.put("SUBJECT_KEY", SearchKey.of(row.subject()));
    columns.put("OBJECT_KEY", SearchKey.of(row.object()));
    columns.put("SOURCE_ID", row.sourceId());
    columns.put("OUTCOME", result.outcome().name());
    columns.put("MESSAGE", json.write(result.message()));
    return columns;
  }

  private static long place(ChangeResult result) {
    return Place.of(result.change().mark());
  }

  private Stored stored(AoChangeResult row) {
    RunOutcome outcome = RunOutcome.valueOf(row.getOutcome());
    return new Stored(outcome, json.read(row.getMessage(), MESSAGE));
  }
}
