package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.plan.Operation;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/**
 * What must hold of plans for every history of an organisation. Histories are drawn from a seed,
 * which a failure names.
 */
public class PlanPropertyTest {
  private static final int HISTORIES = 100;

  @Test
  public void theSameHistoryGivesTheSamePlan() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History one = new History(seed);
              History other = new History(seed);
              for (int round = 0; round < 3; round++) {
                one.perturb();
                other.perturb();
                SyncRun run = one.sync();
                assertEquals(run.fingerprint(), other.sync().fingerprint());
                assertEquals(rows(one, run), rows(other, other.world.latest()));
              }
            });
  }

  private static String rows(History history, SyncRun run) {
    StringBuilder text = new StringBuilder();
    history
        .world
        .plans
        .all(run.planId())
        .forEach(one -> text.append(one.phase()).append(one.row().canonicalText()).append('\n'));
    return text.toString();
  }

  @Test
  public void theOrderWithinAPhaseDoesNotMatterButForRenames() {
    qt().withExamples(HISTORIES * 2)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, order) -> {
              History planned = new History(seed);
              History shuffled = new History(seed);
              shuffled.world.plans.shuffle(new Random(order));
              for (int round = 0; round < 3; round++) {
                planned.perturb();
                planned.sync();
                shuffled.perturb();
                shuffled.sync();
                assertEquals(
                    planned.world.directory.world().text(),
                    shuffled.world.directory.world().text());
              }
            });
  }

  /** People come before groups are filled, and whatever is taken away is taken away at the end. */
  @Test
  public void eachKindOfChangeHasItsPlace() {
    Map<Operation, Integer> places =
        Map.of(Operation.ADD, 1, Operation.REMOVE, 2, Operation.DEACTIVATE, 3, Operation.DELETE, 4);
    Set<Operation> seen = EnumSet.noneOf(Operation.class);
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed);
              for (int round = 0; round < 4; round++) {
                history.perturb();
                SyncRun run = history.sync();
                int place = 0;
                for (PlannedChange change : history.world.plans.all(run.planId())) {
                  Operation operation = change.row().operation();
                  if (operation != Operation.LEAVE) {
                    int its = places.getOrDefault(operation, 0);
                    assertTrue(operation + " comes too late", its >= place);
                    place = its;
                    seen.add(operation);
                  }
                }
              }
            });
    assertTrue(seen.toString(), seen.containsAll(places.keySet()));
  }

  @Test
  public void aHeldRunWritesNothing_andIsAppliedAsListedOnceItIsApproved() {
    int[] held = {0};
    qt().withExamples(HISTORIES * 2)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "confirmed", SyncWorld.guarded());
              for (int round = 0; round < 4; round++) {
                history.perturb();
                SyncRun dry = history.world.dryRun();
                long writes = history.world.directory.writes();
                String before = history.world.directory.world().text();
                SyncRun run = history.world.sync();
                assertEquals(dry.breaches().isEmpty(), run.state() != RunState.HELD);
                if (run.state() == RunState.HELD) {
                  held[0]++;
                  assertEquals(writes, history.world.directory.writes());
                  assertEquals(before, history.world.directory.world().text());
                  assertAppliedAsListed(history, run);
                }
              }
            });
    assertTrue("runs that were held: " + held[0], held[0] > HISTORIES / 4);
  }

  /** What an approval writes is no more than the plan lists, and the list does not change. */
  private static void assertAppliedAsListed(History history, SyncRun held) {
    String listed = rows(history, held);
    int wanted = history.world.plans.all(held.planId()).size();
    long before = history.world.directory.writes();
    SyncRun approved = history.world.stored(history.world.control.approve(held.id(), "boss"));
    assertEquals(held.id(), approved.id());
    assertEquals(listed, rows(history, approved));
    assertTrue(history.world.directory.writes() - before <= wanted);
  }

  /** Two people of the source who want the name of one account that is there already. */
  @Test
  public void anAccountThatTwoPeopleCouldMeanIsLeftAlone() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all(), integers().between(0, 2))
        .checkAssert(
            (seed, rest) -> {
              History history = new History(seed, "automatic");
              history.perturb();
              history.sync();
              AccountName name = new AccountName("twin");
              Account there = new Account(name, "Who came first", "twin@x.org", true);
              history.world.directory.world().hold(there);
              history.world.source.person("t1", "twin", "ACTIVE", "a@x.org", "A");
              history.world.source.person("t2", "TWIN", "ACTIVE", "twin@x.org", "B");
              history.perturb();
              SyncRun run = history.sync();
              Optional<Account> present = history.world.directory.account(name);
              // Somebody else of the history may have removed it by hand.
              present.ifPresent(
                  account -> assertEquals(there.displayName(), account.displayName()));
              assertEquals(List.of(), changesOf(history, run, "t1"));
              assertEquals(List.of(), changesOf(history, run, "t2"));
            });
  }

  private static List<JournalEntry> changesOf(History history, SyncRun run, String id) {
    return history.world.journal.changes(run.id(), JournalQuery.all(0, 1_000)).values().stream()
        .filter(entry -> entry.change().row().sourceId().equals(id))
        .filter(entry -> entry.change().row().operation() != Operation.LEAVE)
        .toList();
  }
}
