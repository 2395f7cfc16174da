package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** In which portions a plan is applied, and what is remembered when it ends early. */
public class PlanExecutorTest {
  private final InMemoryJournal journal = new InMemoryJournal(new InMemoryPlanStore());
  private final SyncRun run =
      journal.add(
          SyncRun.starting(
              1, "manual", "", SyncRun.FULL, false, 1, SyncRun.Origin.NONE, Instant.EPOCH, "n"));
  private final List<PlannedChange> plan = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private String together = "all";
  private int most = 1000;
  private int failAt;
  private Kind failure = Kind.FATAL;
  private long progressed;
  private Runnable atFirst = () -> {};

  /** Counts what it is given; looks at the journal's mark before each batch. */
  private final class Writer implements ChangeWriter {
    @Override
    public String together(Change change) {
      return together;
    }

    @Override
    public int most() {
      return most;
    }

    @Override
    public void write(List<PlannedChange> batch, Applied applied, StopSignal signal) {
      marks.add(journal.find(run.id()).orElseThrow().mark());
      atFirst.run();
      if (batches.size() + 1 == failAt) {
        throw new TargetException(failure, Message.of("down"), null);
      }
      batches.add(batch.size());
      batch.forEach(applied::done);
    }
  }

  private Supplier<ChangeWriter> writer(String name) {
    return () -> {
      opened.add(name);
      return new Writer();
    };
  }

  private void plan(Phase phase, int changes) {
    for (int i = 0; i < changes; i++) {
      long ordinal = plan.size() + 1;
      add(
          phase,
          new AccountChange.AdoptAccount(
              new ExternalId("id" + ordinal), new AccountName("p" + ordinal)));
    }
  }

  private void add(Phase phase, Change change) {
    plan.add(new PlannedChange(plan.size() + 1, phase, ChangeRow.of(change)));
  }

  private PlanExecutor.Outcome apply() {
    Progress progress =
        new Progress() {
          @Override
          public void phase(String name) {}

          @Override
          public void expect(long items) {}

          @Override
          public void advance(long items) {
            progressed += items;
          }
        };
    return new PlanExecutor(journal, writer("directory"), writer("leads"), writer("objects"))
        .apply(run, Cursor.over(plan), stop, progress);
  }

  private Mark mark() {
    return journal.find(run.id()).orElseThrow().mark();
  }

  @Test
  public void anEmptyPlanOpensNothing() {
    assertTrue(apply().brokeOff().isEmpty());
    assertEquals(List.of(), opened);
    assertEquals(Mark.START, mark());
  }

  @Test
  public void atMostTwoHundredChangesAreInDoubt() {
    plan(Phase.PREPARE, 401);
    assertEquals(401, apply().counts().get(EntityKind.USER, Tally.ADOPTED));
    assertEquals(List.of(200, 200, 1), batches);
    assertEquals(
        List.of(Mark.START, new Mark(Phase.PREPARE, 200), new Mark(Phase.PREPARE, 400)), marks);
    assertEquals(new Mark(Phase.PREPARE, 401), mark());
    assertEquals(List.of("directory"), opened);
    assertEquals(401, progressed);
  }

  @Test
  public void aFullPortionIsOne() {
    plan(Phase.PREPARE, 200);
    apply();
    assertEquals(List.of(200), batches);
  }

  @Test
  public void eachPhaseBeginsAPortion_andHasItsWriter() {
    plan(Phase.PREPARE, 2);
    plan(Phase.LEADS, 1);
    plan(Phase.ADD_MEMBERS, 1);
    plan(Phase.DELETE, 1);
    plan(Phase.OBJECTS, 1);
    plan(Phase.DELETE_OBJECTS, 3);
    apply();
    assertEquals(List.of("directory", "leads", "objects"), opened);
    assertEquals(List.of(2, 1, 1, 1, 1, 3), batches);
  }

  @Test
  public void noMoreGoTogetherThanAWriterTakes() {
    most = 2;
    plan(Phase.PREPARE, 5);
    apply();
    assertEquals(List.of(2, 2, 1), batches);
  }

  @Test
  public void whatGoesWithNothingGoesAlone() {
    together = null;
    plan(Phase.PREPARE, 3);
    apply();
    assertEquals(List.of(1, 1, 1), batches);
  }

  @Test
  public void whatIsLeftAloneIsPassed_andOpensNothing() {
    for (int i = 0; i < 3; i++) {
      add(
          Phase.OBJECTS,
          new Change.LeaveAlone(
              EntityKind.USER, new ExternalId("1"), "ann", "", Reasons.NAME_TAKEN, ""));
    }
    apply();
    assertEquals(List.of(), opened);
    assertEquals(new Mark(Phase.OBJECTS, 3), mark());
    assertEquals(3, progressed);
  }

  @Test
  public void aDirectoryThatIsOutOfUseEndsTheRun_andWhatWasDoneIsRemembered() {
    together = null;
    failAt = 3;
    plan(Phase.PREPARE, 5);
    assertThrows(TargetException.class, this::apply);
    assertEquals(new Mark(Phase.PREPARE, 2), mark());
    assertEquals(
        2, journal.find(run.id()).orElseThrow().counts().get(EntityKind.USER, Tally.ADOPTED));
    assertEquals(2, progressed);
  }

  @Test
  public void anAssetsThatIsOutOfUseEndsTheObjectsAlone() {
    failAt = 2;
    plan(Phase.PREPARE, 1);
    plan(Phase.OBJECTS, 1);
    plan(Phase.DELETE_OBJECTS, 1);
    PlanExecutor.Outcome outcome = apply();
    assertEquals("down", outcome.brokeOff().orElseThrow().code());
    assertEquals(1, outcome.counts().get(EntityKind.USER, Tally.ADOPTED));
    assertEquals(new Mark(Phase.PREPARE, 1), mark());
    assertEquals(Collections.singletonList(1), batches);
  }

  @Test
  public void aStopIsHeardBetweenPortions() {
    together = null;
    atFirst = stop::request;
    plan(Phase.PREPARE, 3);
    assertThrows(StoppedException.class, this::apply);
    assertEquals(new Mark(Phase.PREPARE, 1), mark());
  }

  @Test
  public void aCancelFromAnyNodeIsHeardBeforeTheNextPortion() {
    atFirst = () -> journal.requestCancel(run.id());
    plan(Phase.PREPARE, 201);
    assertThrows(StoppedException.class, this::apply);
    assertEquals(new Mark(Phase.PREPARE, 200), mark());
    assertEquals(List.of(200), batches);
    assertTrue(stop.isRequested());
    assertFalse(batches.isEmpty());
  }
}
