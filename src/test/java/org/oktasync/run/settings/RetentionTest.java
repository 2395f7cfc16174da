package org.oktasync.run.settings;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.RetentionSettings;
import org.oktasync.fakes.InMemoryJournal;
import org.oktasync.fakes.InMemoryPlanStore;
import org.oktasync.fakes.InMemoryProductSettings;
import org.oktasync.plan.Phase;
import org.oktasync.record.Changes;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** Deletes little by little, once a day, and goes on where another node or a restart broke off. */
public class RetentionTest {
  private static final int CHANGES = Retention.ROWS * 2 + 1;

  private final InMemoryPlanStore plans = new InMemoryPlanStore();
  private final InMemoryJournal journal = new InMemoryJournal(plans);
  private final InMemoryProductSettings settings = new InMemoryProductSettings();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  public void aRunGoesInStepsOfSomeHundredRows() {
    SyncRun old = run(false);
    now = now.plus(Duration.ofDays(91));
    SyncRun young = run(false);
    Retention retention = new Retention(journal, settings, clock);

    assertTrue(retention.step());
    assertEquals(CHANGES - Retention.ROWS, journal.stored(old.id()));
    assertTrue(retention.step());
    assertTrue(retention.step());
    assertFalse(retention.step());

    assertTrue(journal.find(old.id()).isEmpty());
    assertEquals(CHANGES, journal.stored(young.id()));
  }

  @Test
  public void itLooksOnceADay() {
    settings.update(new ProductSettings(0, new RetentionSettings(1, 500, 5)));
    Retention retention = new Retention(journal, settings, clock);
    assertFalse(retention.step());
    SyncRun old = run(false);
    now = now.plus(Duration.ofHours(23));
    run(false);
    assertFalse(retention.step());
    assertTrue(journal.find(old.id()).isPresent());

    now = now.plus(Duration.ofHours(2));
    finish(retention);
    assertTrue(journal.find(old.id()).isEmpty());
  }

  @Test
  public void anotherNodeGoesOnWhereOneBrokeOff() {
    SyncRun old = run(false);
    now = now.plus(Duration.ofDays(91));
    run(false);
    assertTrue(new Retention(journal, settings, clock).step());
    assertTrue(journal.find(old.id()).isPresent());

    finish(new Retention(journal, settings, clock));

    assertTrue(journal.find(old.id()).isEmpty());
    assertTrue(plans.all(old.id()).isEmpty());
  }

  @Test
  public void oldDryRunsKeepTheirNumbersAlone() {
    List<SyncRun> dryRuns = List.of(run(true), run(true), run(true));
    settings.update(new ProductSettings(0, new RetentionSettings(90, 500, 1)));

    finish(new Retention(journal, settings, clock));

    assertEquals(
        List.of(0L, 0L, (long) CHANGES),
        dryRuns.stream().map(run -> journal.stored(run.id())).toList());
    assertTrue(journal.find(dryRuns.get(0).id()).orElseThrow().reduced());
    assertFalse(journal.find(dryRuns.get(2).id()).orElseThrow().reduced());
    finish(new Retention(journal, settings, clock));
  }

  @Test
  public void whatIsNeededSinceItWasFoundDueStays() {
    SyncRun first = run(false);
    SyncRun second = run(false);
    now = now.plus(Duration.ofDays(91));
    run(false);
    Retention retention = new Retention(journal, settings, clock);
    assertTrue(retention.step());
    SyncRun undo =
        SyncRun.starting(
            1, "manual", "", SyncRun.UNDO, false, 1, new SyncRun.Origin(second.id(), 0), now, "n");
    journal.add(undo);

    finish(retention);

    assertTrue(journal.find(first.id()).isEmpty());
    assertEquals(CHANGES, journal.stored(second.id()));
  }

  private static void finish(Retention retention) {
    int steps = 0;
    while (retention.step()) {
      assertTrue("it comes to an end", ++steps < 100);
    }
  }

  private SyncRun run(boolean dry) {
    SyncRun started =
        SyncRun.starting(1, "manual", "", SyncRun.FULL, dry, 1, SyncRun.Origin.NONE, now, "node");
    SyncRun run = journal.add(started);
    try (PlanWriter writer = plans.begin(run.id())) {
      for (int i = 0; i < CHANGES; i++) {
        writer.change(Phase.PREPARE, Changes.create("user" + i));
      }
      writer.finish();
    }
    SyncRun finished = run.with().state(RunState.SUCCEEDED).fingerprint("f").build();
    journal.update(finished);
    return finished;
  }
}
