package org.oktasync.ao;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.Message;
import org.oktasync.plan.Phase;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.Changes;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunJournalContract;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunProgress;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

public class AoRunJournalTest extends RunJournalContract {
  @Rule public final TestDatabase database;

  public AoRunJournalTest() {
    this(new TestDatabase());
  }

  AoRunJournalTest(TestDatabase database) {
    this.database = database;
  }

  private RunJournal journal;
  private PlanStore plans;

  @Before
  public void open() {
    var node = database.node();
    plans = new AoPlanStore(node);
    journal = new AoRunJournal(node, plans);
  }

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected PlanStore plans() {
    return plans;
  }

  @Test
  public void nodesThatWriteToOneRunKeepEachOthersColumns() {
    RunJournal other = new AoRunJournal(database.node(), plans);
    SyncRun run = journal.add(newRun(1));
    Instant beat = Instant.parse("2026-03-01T10:05:00Z");

    journal.find(run.id());
    other.requestCancel(run.id());
    other.beat(run.id(), beat, RunProgress.START);
    journal.update(run.with().state(RunState.PARTIAL).build());

    assertTrue(journal.cancelRequested(run.id()));
    assertEquals(beat, journal.find(run.id()).orElseThrow().times().heartbeatAt());
    assertEquals(RunState.PARTIAL, other.find(run.id()).orElseThrow().state());
  }

  @Test
  public void markAndResultsAreStoredTogetherOrNotAtAll() {
    SyncRun run = journal.add(newRun(1));
    ChangeResult good = result(1, Changes.create("ann"), RunOutcome.FAILED, Message.of("one"));
    ChangeResult bad = result(2, Changes.create("bob"), null, Message.of("two"));

    assertThrows(
        RuntimeException.class,
        () ->
            journal.advance(
                run.id(), new Mark(Phase.PREPARE, 2), RunCounts.NONE, List.of(good, bad)));

    assertEquals(0, database.rows("CHANGE_RESULT"));
    assertEquals(Mark.START, journal.find(run.id()).orElseThrow().mark());
  }

  @Test
  public void aSecondResultOfOneChangeReplacesTheFirst() {
    SyncRun run = journal.add(newRun(1));
    for (RunOutcome outcome : List.of(RunOutcome.FAILED, RunOutcome.SKIPPED)) {
      ChangeResult result = result(1, Changes.create("ann"), outcome, Message.of("one"));
      journal.advance(run.id(), Mark.START, RunCounts.NONE, List.of(result));
    }

    assertEquals(1, database.rows("CHANGE_RESULT"));
  }

  @Test
  public void deletingLeavesNoRows() {
    SyncRun run = journal.add(newRun(1));
    try (PlanWriter writer = plans.begin(run.id())) {
      writer.change(Phase.PREPARE, Changes.create("ann"));
      writer.finish();
    }
    ChangeResult result = result(1, Changes.create("ann"), RunOutcome.FAILED, Message.of("one"));
    journal.advance(run.id(), Mark.START, RunCounts.NONE, List.of(result));

    journal.delete(run.id());

    assertEquals(0, database.rows("SYNC_RUN"));
    assertEquals(0, database.rows("PLANNED_CHANGE"));
    assertEquals(0, database.rows("CHANGE_RESULT"));
  }
}
