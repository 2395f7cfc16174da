package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;

/**
 * Makes the list of the changes of a run that a query asks for. Outcomes are not stored with the
 * changes, and a run may have a million of them: what was not applied is found among the run's
 * results; all else is told by the run's mark and the absence of a result.
 */
final class ChangeLists {
  private final ActiveObjects ao;
  private final AoSyncRun run;
  private final ChangeResults results;
  private final boolean anyResults;

  /**
   * @param anyResults whether the run has results at all
   */
  ChangeLists(ActiveObjects ao, AoSyncRun run, ChangeResults results, boolean anyResults) {
    this.ao = ao;
    this.run = run;
    this.results = results;
    this.anyResults = anyResults;
  }

  /** The changes that the query asks for, in the order in which they are answered. */
  ChangeList wanted(JournalQuery query) {
    Natures natures = Natures.of(query);
    if (query.outcome().isEmpty()) {
      return planned(query, natures, all -> all);
    }
    long mark = Place.of(SyncRunColumns.mark(run));
    return switch (RunOutcome.valueOf(query.outcome())) {
      case APPLIED -> withoutResult(query, all -> all.and("PLACE <= ?", mark));
      case PLANNED -> withoutResult(query, all -> all.and("PLACE > ?", mark));
      case FAILED -> notApplied(query, RunOutcome.FAILED);
      case SKIPPED -> {
        ChangeList leftAlone = planned(query, natures.leftAlone(), all -> all);
        yield new ListsTogether(List.of(leftAlone, notApplied(query, RunOutcome.SKIPPED)));
      }
    };
  }

  private ChangeList withoutResult(JournalQuery query, UnaryOperator<Conditions> some) {
    ChangeList real = planned(query, Natures.of(query).real(), some);
    return anyResults
        ? new ListWithoutResults(real, part -> results.places(run.getID(), part))
        : real;
  }

  private ChangeList notApplied(JournalQuery query, RunOutcome outcome) {
    Natures real = Natures.of(query).real();
    if (real.operations().isEmpty()) {
      return new ListsInTurn(List.of());
    }
    SearchedTable<?> table =
        new SearchedTable<>(
            ao,
            AoChangeResult.class,
            () ->
                real.among(
                    new Conditions()
                        .and("RUN_ID = ?", run.getID())
                        .and("OUTCOME = ?", outcome.name())));
    return found(query, table);
  }

  /** Each kind and operation has a range of an index to itself. */
  private ChangeList planned(JournalQuery query, Natures natures, UnaryOperator<Conditions> some) {
    boolean whole = natures.wide() || (!query.text().isEmpty() && !natures.operations().isEmpty());
    List<Natures> ranges = whole ? List.of(natures) : natures.each();
    List<ChangeList> lists = new ArrayList<>();
    for (Natures range : ranges) {
      Supplier<Conditions> rows =
          () -> range.among(some.apply(new Conditions().and("PLAN_ID = ?", run.getPlanId())));
      lists.add(found(query, new SearchedTable<>(ao, AoPlannedChange.class, rows)));
    }
    return lists.size() == 1 ? lists.get(0) : new ListsTogether(lists);
  }

  private static ChangeList found(JournalQuery query, SearchedTable<?> table) {
    return query.text().isEmpty()
        ? new PlacedList(table)
        : new TextSearch(query.text()).among(table);
  }
}
