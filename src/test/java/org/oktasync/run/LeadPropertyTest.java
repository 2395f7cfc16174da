package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.model.Lead;
import org.oktasync.record.SyncRun;

/**
 * What must hold of leads for every history of people who leave and come back, and of those who are
 * to take over. Histories are drawn from a seed, which a failure names.
 */
public class LeadPropertyTest {
  private static final int HISTORIES = 15;

  @Test
  public void whoIsDeactivatedHandsEverythingOver_andWhoCannotStaysActiveAndIsTold() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              for (int round = 0; round < 3; round++) {
                history.perturb();
                Set<String> active = history.active();
                history.syncAsExpected();
                history.assertNobodyLeftBehind(active);
              }
            });
  }

  @Test
  public void aSecondRunWritesNothing() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              for (int round = 0; round < 3; round++) {
                history.perturb();
                String before = history.replacements();
                history.history.sync();
                if (!before.equals(history.replacements()) || history.history.deletes()) {
                  history.history.sync();
                  history.history.sync();
                }
                Map<Lead, String> leaders = history.leaders();
                history.history.assertQuiet();
                assertEquals(leaders, history.leaders());
              }
            });
  }

  @Test
  public void undoGivesBackWhatTheRunTook() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              for (int round = 0; round < 3; round++) {
                history.perturb();
                Map<Lead, String> before = history.leaders();
                Set<String> active = history.active();
                SyncRun run = history.history.sync();
                if (run.mark().ordinal() > 0) {
                  history.world.undo(run);
                  Map<Lead, String> after = history.leaders();
                  before.forEach((lead, was) -> assertGivenBack(lead, was, after, active));
                }
                history.history.sync();
              }
            });
  }

  /** Who was not active before is not after, and who is not active leads nothing anew. */
  private static void assertGivenBack(
      Lead lead, String was, Map<Lead, String> after, Set<String> active) {
    if (active.contains(was)) {
      assertEquals(lead.label(), was, after.get(lead));
    }
  }

  @Test
  public void whatOthersChangedSinceTheRunIsNotUndone() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              history.perturb();
              history.history.sync();
              history.perturb();
              SyncRun run = history.history.sync();
              Map<Lead, String> others = reassigned(history);
              if (run.mark().ordinal() > 0) {
                history.world.undo(run);
                assertKept(others, history);
              }
            });
  }

  @Test
  public void whatOthersChangedSinceADryRunIsLeftAlone() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              history.perturb();
              history.history.sync();
              history.perturb();
              SyncRun dry = history.world.dryRun();
              Map<Lead, String> others = reassigned(history);
              Map<Lead, String> before = history.leaders();
              Set<String> active = history.active();
              history.world.control.applyDryRun(dry.id(), "manual", "admin");
              assertKept(others, history);
              history.assertNobodyLeftBehind(active);
              history.assertAllOrNone(before, active);
            });
  }

  /** The places that somebody else has now. */
  private static Map<Lead, String> reassigned(LeadHistory history) {
    Map<Lead, String> before = history.leaders();
    for (int i = 0; i < 3; i++) {
      history.assign();
    }
    Map<Lead, String> others = new TreeMap<>(history.leaders());
    others.entrySet().removeAll(before.entrySet());
    return others;
  }

  private static void assertKept(Map<Lead, String> others, LeadHistory history) {
    Map<Lead, String> after = new TreeMap<>(history.leaders());
    after.keySet().retainAll(others.keySet());
    assertEquals(others, after);
  }

  @Test
  public void whereAPlaceCannotBeWrittenAllOrNoneGoOver() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              LeadHistory history = new LeadHistory(seed);
              for (int round = 0; round < 3; round++) {
                history.perturb();
                history.stick();
                Map<Lead, String> before = history.leaders();
                Set<String> active = history.active();
                history.history.sync();
                history.assertNobodyLeftBehind(active);
                history.assertAllOrNone(before, active);
              }
            });
  }

  @Test
  public void aNodeThatDiesLeavesNobodyBehind() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all(), integers().between(1, 15))
        .checkAssert(
            (seed, write) -> {
              LeadHistory history = new LeadHistory(seed);
              history.perturb();
              history.history.sync();
              history.perturb();
              Set<String> active = new TreeSet<>(history.active());
              history.history.dieAtWrite(write, seed % 2 == 0);
              history.assertNobodyLeftBehind(active);
            });
  }
}
