package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalPage;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;

/** Reads changes of one run: its plan, its mark and its results put together. */
final class JournalReader {
  /** The columns of the run that are looked at. */
  static final String OF_THE_RUN = "ID,PLAN_ID,MARK_PHASE,MARK_ORDINAL";

  private final ActiveObjects ao;
  private final AoSyncRun run;
  private final Mark mark;
  private final ChangeResults results;
  private final boolean anyResults;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();

  JournalReader(ActiveObjects ao, AoSyncRun run, ChangeResults results) {
    this.ao = ao;
    this.run = run;
    this.mark = SyncRunColumns.mark(run);
    this.results = results;
    this.anyResults = results.any(run.getID());
  }

  /** The changes that a query asks for. */
  ChangeList list(JournalQuery query) {
    return new ChangeLists(ao, run, results, anyResults).wanted(query);
  }

  /** The part that a query names. */
  JournalPage page(JournalQuery query) {
    ChangeList list = list(query);
    boolean behind = !query.after().isEmpty();
    long start = behind ? 0 : query.start();
    int end = (int) Math.min(start + query.limit(), Integer.MAX_VALUE - 1);
    int counted = JournalPage.COUNTED + 1;
    List<Position> first = list.read(Position.START, behind ? counted : Math.max(counted, end + 1));
    List<Position> part =
        behind
            ? list.read(Position.of(query.after()), query.limit() + 1)
            : first.subList((int) Math.min(start, first.size()), Math.min(end + 1, first.size()));
    boolean more = part.size() > query.limit();
    List<Position> values = more ? part.subList(0, query.limit()) : part;
    return new JournalPage(
        Math.min(first.size(), JournalPage.COUNTED),
        first.size() > JournalPage.COUNTED,
        start,
        more ? values.get(values.size() - 1).key() : "",
        entries(values));
  }

  /** The changes at some positions, in their order, and what became of them. */
  List<JournalEntry> entries(List<Position> positions) {
    List<PlannedChange> changes = changes(positions);
    var found =
        anyResults ? results.of(run.getID(), changes) : Map.<Long, ChangeResults.Stored>of();
    return changes.stream()
        .map(change -> entry(change, found.get(Place.of(change.mark()))))
        .toList();
  }

  private List<PlannedChange> changes(List<Position> positions) {
    Map<Long, PlannedChange> found = new HashMap<>();
    for (List<Position> batch : Batch.of(positions)) {
      List<Long> places = batch.stream().map(Position::place).toList();
      Conditions some =
          new Conditions()
              .and("PLAN_ID = ?", run.getPlanId())
              .and(Batch.in("PLACE", places.size()), places.toArray());
      ao.stream(
          AoPlannedChange.class,
          some.query(PlannedChangeColumns.READ),
          row -> found.put(row.getPlace(), columns.change(row)));
    }
    // What was deleted in between is left out.
    return positions.stream()
        .map(position -> found.get(position.place()))
        .filter(Objects::nonNull)
        .toList();
  }

  private JournalEntry entry(PlannedChange change, ChangeResults.Stored result) {
    ChangeRow row = change.row();
    if (row.operation() == Operation.LEAVE) {
      String detail = row.after().getOrDefault(Change.Attributes.DETAIL, "");
      return new JournalEntry(change, RunOutcome.SKIPPED, Message.of(row.reason(), detail));
    }
    if (result != null) {
      return new JournalEntry(change, result.outcome(), result.message());
    }
    boolean behind = change.mark().compareTo(mark) <= 0;
    Message why = row.reason().isEmpty() ? null : Message.of(row.reason());
    return new JournalEntry(change, behind ? RunOutcome.APPLIED : RunOutcome.PLANNED, why);
  }
}
