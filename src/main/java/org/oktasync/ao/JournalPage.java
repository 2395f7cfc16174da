package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.Page;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunOutcome;

/** Reads pages of one run's changes: its plan, its mark and its results put together. */
final class JournalPage {
  private static final String ORDER = "PHASE_NO ASC, ORDINAL ASC";

  private final ActiveObjects ao;
  private final AoSyncRun run;
  private final Mark mark;
  private final ChangeResults results;
  private final PlannedChangeColumns columns = new PlannedChangeColumns();

  JournalPage(ActiveObjects ao, AoSyncRun run, Mark mark, ChangeResults results) {
    this.ao = ao;
    this.run = run;
    this.mark = mark;
    this.results = results;
  }

  /** The changes that a query asks for. */
  Page<JournalEntry> read(JournalQuery query) {
    Conditions wanted = wanted(query);
    int total = ao.count(AoPlannedChange.class, wanted.query("ID"));
    List<PlannedChange> changes = new ArrayList<>();
    ao.stream(
        AoPlannedChange.class,
        wanted.page(PlannedChangeColumns.READ, ORDER, query.start(), query.limit()),
        row -> changes.add(columns.change(row)));
    Map<Long, ChangeResult> notApplied =
        results.of(run.getID(), changes.stream().map(PlannedChange::ordinal).toList());
    return new Page<>(
        total,
        query.start(),
        changes.stream().map(change -> entry(change, notApplied.get(change.ordinal()))).toList());
  }

  private Conditions wanted(JournalQuery query) {
    Conditions wanted =
        new Conditions()
            .and("PLAN_ID = ?", run.getPlanId())
            .andLabel("KIND", query.kind())
            .andLabel("OPERATION_NAME", query.operation())
            .andText(query.text(), "SUBJECT_KEY", "OBJECT_KEY");
    if (!query.outcome().isEmpty()) {
      OutcomeCondition outcomes = new OutcomeCondition(run, mark);
      outcomes.add(wanted, RunOutcome.valueOf(query.outcome()));
    }
    return wanted;
  }

  private JournalEntry entry(PlannedChange change, ChangeResult result) {
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
