package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Reasons;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/**
 * What must hold of undoing for every history of an organisation. Histories are drawn from a seed,
 * which a failure names.
 */
public class UndoPropertyTest {
  private static final int HISTORIES = 100;

  /** A directory by Jira's user keys, which outlive renames. */
  private record Snapshot(Map<String, Account> accounts, Map<GroupName, Set<String>> members) {
    static Snapshot of(History history) {
      var jira = history.world.directory.world();
      Map<String, String> keys = new HashMap<>();
      Map<String, Account> accounts = new TreeMap<>();
      for (Account account : jira.accounts()) {
        String key = history.world.directory.keyOf(account.name());
        keys.put(account.name().key(), key);
        accounts.put(key, account);
      }
      Map<GroupName, Set<String>> members = new TreeMap<>();
      for (GroupName group : jira.groups()) {
        members.put(
            group,
            jira.membersOf(group).stream()
                .map(name -> keys.get(name.key()))
                .collect(Collectors.toSet()));
      }
      return new Snapshot(accounts, members);
    }
  }

  private static SyncRun undone(History history, SyncRun run) {
    SyncRun undo = history.world.undo(run);
    assertEquals("" + undo.breaches(), RunState.SUCCEEDED, undo.state());
    return undo;
  }

  private static List<JournalEntry> entries(History history, SyncRun run) {
    return history.world.journal.changes(run.id(), JournalQuery.all(0, 10_000)).values();
  }

  private static boolean changedSomething(SyncRun run) {
    return !run.planned().equals(RunCounts.NONE) && run.mark().ordinal() > 0;
  }

  @Test
  public void undoGivesBackTheDirectoryAsItWasButForWhatTheRunMade() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 3; round++) {
                history.perturb();
                Snapshot before = Snapshot.of(history);
                SyncRun run = history.sync();
                if (changedSomething(run)) {
                  SyncRun undo = undone(history, run);
                  assertGivenBack(
                      before,
                      Snapshot.of(history),
                      leftAlone(history, undo, Reasons.UNDO_NAME_TAKEN),
                      deleted(history, run));
                }
                history.sync();
              }
            });
  }

  /** Names of what an undo leaves alone for a reason. */
  private static Set<String> leftAlone(History history, SyncRun undo, String reason) {
    return entries(history, undo).stream()
        .map(entry -> entry.change().row())
        .filter(row -> row.reason().equals(reason))
        .map(row -> row.subject())
        .collect(Collectors.toSet());
  }

  /** Names of what a run deleted, by its own journal. */
  private static Set<String> deleted(History history, SyncRun run) {
    return entries(history, run).stream()
        .map(entry -> entry.change().row())
        .filter(row -> row.operation() == Operation.DELETE)
        .map(row -> row.subject())
        .collect(Collectors.toSet());
  }

  /**
   * @param nameTaken names now of the accounts that could not get their old name, for a newcomer
   *     has it
   * @param deleted names of the accounts and groups that the run deleted for good
   */
  private static void assertGivenBack(
      Snapshot before, Snapshot after, Set<String> nameTaken, Set<String> deleted) {
    Set<String> gone = new HashSet<>(before.accounts().keySet());
    gone.removeAll(after.accounts().keySet());
    gone.forEach(key -> assertTrue(deleted.contains(before.accounts().get(key).name().value())));
    after
        .accounts()
        .forEach((key, is) -> assertGivenBack(before.accounts().get(key), is, nameTaken));
    after.members().forEach((group, is) -> assertEquals("" + group, left(before, group, gone), is));
    before.members().keySet().stream()
        .filter(group -> !after.members().containsKey(group))
        .forEach(group -> assertTrue("" + group, deleted.contains(group.value())));
  }

  /**
   * @param was null when the run made the account
   */
  private static void assertGivenBack(Account was, Account is, Set<String> nameTaken) {
    if (was == null) {
      assertFalse("made by the run: " + is, is.active());
    } else {
      Account expected = nameTaken.contains(is.name().value()) ? was.named(is.name()) : was;
      assertEquals(expected.toString(), is.toString());
    }
  }

  private static Set<String> left(Snapshot before, GroupName group, Set<String> gone) {
    Set<String> left = new HashSet<>(before.members().getOrDefault(group, Set.of()));
    left.removeAll(gone);
    return left;
  }

  @Test
  public void aSecondUndoFindsNothingLeftToDo() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              history.sync();
              history.perturb();
              SyncRun run = history.sync();
              if (changedSomething(run)) {
                undone(history, run);
                long writes = history.world.directory.writes();
                SyncRun again = undone(history, run);
                assertEquals(writes, history.world.directory.writes());
                assertEquals(0, writesPlanned(history, again));
              }
            });
  }

  private static long writesPlanned(History history, SyncRun run) {
    return entries(history, run).stream()
        .filter(entry -> !entry.change().row().operation().label().equals("leave"))
        .count();
  }

  @Test
  public void afterAnUndoTheNextSyncConvergesAgain() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              SyncRun run = history.sync();
              if (changedSomething(run)) {
                undone(history, run);
                history.sync();
                history.assertConverged();
                history.assertQuiet();
              }
            });
  }

  @Test
  public void whatIsNotOursIsNeverUndone() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              history.perturb();
              SyncRun run = history.sync();
              history.perturb();
              history.sync();
              history.perturb();
              if (changedSomething(run)) {
                Map<String, String> before = history.unowned();
                undone(history, run);
                Map<String, String> after = history.unowned();
                before.forEach((name, was) -> assertEquals(name, was, after.get(name)));
              }
            });
  }
}
