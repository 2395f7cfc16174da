package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.source.SourceException;

/** Trials: runs about the first people alone, which take nothing away. */
public class TrialRunTest {
  private static SyncRun trial(SyncWorld world, int people, boolean dryRun) {
    return world.stored(
        world.control.start(
            SyncRequest.trial(world.connectionId(), "manual", "operator", dryRun, people)));
  }

  private static SyncRun trial(SyncWorld world, int people) {
    return trial(world, people, false);
  }

  private static Account account(SyncWorld world, String name) {
    return world.directory.account(new AccountName(name)).orElse(null);
  }

  private static Set<String> groups(SyncWorld world, String name) {
    return world.directory.groupsOf(new AccountName(name)).stream()
        .map(GroupName::value)
        .collect(Collectors.toSet());
  }

  private static Set<String> accounts(SyncWorld world) {
    Set<String> names = new TreeSet<>();
    world.directory.accounts(Set.of()).forEachRemaining(one -> names.add(one.name().value()));
    return names;
  }

  /** Ten people, of whom the even ones are in a group; the first is inactive. */
  private static SyncWorld ten() {
    SyncWorld world = SyncWorld.unguarded();
    for (int i = 9; i >= 0; i--) {
      world.source.person("" + i, "p" + i);
    }
    world.source.group("g", "even", "0", "2", "4", "6", "8").group("h", "odd", "7", "9");
    world.source.status("0", "SUSPENDED");
    return world;
  }

  @Test
  public void theFirstPeopleGetWhatTheyShouldHave_andNobodyElseDoes() {
    SyncWorld world = ten();
    SyncRun run = trial(world, 3);
    assertEquals(run.message() + "", RunState.SUCCEEDED, run.state());
    assertEquals("trial", run.mode());
    assertEquals(Set.of("p1", "p2", "p3"), accounts(world));
    assertEquals(Set.of("even"), groups(world, "p2"));
    assertEquals(Set.of(), groups(world, "p1"));
    assertEquals(1, run.counts().get(EntityKind.GROUP, Tally.CREATED));
    assertEquals(List.of(Message.of("run-is-trial", 3, 10)), run.notices());
    SyncRun again = trial(world, 3);
    assertEquals(3, again.counts().get(EntityKind.USER, Tally.UNCHANGED));
    assertEquals(0, again.planned().written());
    world.sync();
    assertEquals(9, accounts(world).size());
    assertEquals(Set.of("even"), groups(world, "p8"));
  }

  @Test
  public void whoeverIsNotWantedIsSkipped_soThatATrialIsAboutPeopleWhoCome() {
    SyncWorld world = ten();
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"],\"excluded\":[\"p2\"]}}");
    trial(world, 2);
    assertEquals(Set.of("p4", "p6"), accounts(world));
  }

  @Test
  public void nothingIsTakenAway_fromThoseWhoAreLookedAtNorFromOthers() {
    SyncWorld world = ten();
    world.change("{\"groups\":{\"notFound\":\"delete\"},\"leavers\":{\"notFound\":\"delete\"}}");
    world.sync();
    world.source.group("g", "even", "8").deletePerson("1").status("3", "SUSPENDED");
    world.source.person("2", "p2", "ACTIVE", "two@new.org", "Two").deleteGroup("h");
    world.change("{\"scope\":{\"excluded\":[\"p4\"]}}");
    SyncRun run = trial(world, 1_000);
    assertEquals(run.notices() + "", RunState.SUCCEEDED, run.state());
    assertEquals("two@new.org", account(world, "p2").email());
    assertEquals(Set.of("even"), groups(world, "p2"));
    assertEquals(Set.of("odd"), groups(world, "p9"));
    assertTrue(account(world, "p1").active());
    assertTrue(account(world, "p3").active());
    assertEquals(1, run.planned().written());
  }

  @Test
  public void noTokenIsEarned_andOthersAreFollowedByTheNextIncrementalRun() {
    SyncWorld world = ten();
    trial(world, 3);
    assertEquals(Optional.empty(), world.states.standing(world.connectionId()));
    world.sync();
    String token = world.states.standing(world.connectionId()).orElseThrow().token();
    world.source.person("9", "p9", "ACTIVE", "nine@new.org", "Nine").status("1", "SUSPENDED");
    trial(world, 3);
    assertEquals(token, world.states.standing(world.connectionId()).orElseThrow().token());
    world.incremental();
    assertEquals("nine@new.org", account(world, "p9").email());
    assertFalse(account(world, "p1").active());
  }

  @Test
  public void aDryRunWritesNothing_andItsPlanCanBeApplied() {
    SyncWorld world = ten();
    SyncRun dry = trial(world, 3, true);
    assertEquals(RunState.SUCCEEDED, dry.state());
    assertEquals(0, world.directory.writes());
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(applied.message() + "", RunState.SUCCEEDED, applied.state());
    assertEquals("trial", applied.mode());
    assertEquals(Set.of("p1", "p2", "p3"), accounts(world));
  }

  @Test
  public void limitsHoldATrialToo() {
    SyncWorld world = ten();
    world.sync();
    world.change("{\"guardrails\":{\"maxRenames\":{\"count\":0,\"percent\":0}}}");
    world.source.person("2", "q2", "ACTIVE", "p2@example.com", "Name of p2");
    assertEquals(RunState.HELD, trial(world, 5).state());
    assertEquals(null, account(world, "q2"));
  }

  @Test
  public void undoingATrialGivesBackWhatWasThere() {
    SyncWorld world = ten();
    world.source.group("h", "odd");
    world.sync();
    world.source.group("h", "odd", "1").person("2", "p2", "ACTIVE", "two@new.org", "Two");
    SyncRun run = trial(world, 3);
    assertEquals(Set.of("odd"), groups(world, "p1"));
    world.undo(run);
    assertEquals(Set.of(), groups(world, "p1"));
    assertEquals("p2@example.com", account(world, "p2").email());
  }

  @Test
  public void groupsAreReadFromTheCheaperSide() {
    SyncWorld world = ten();
    world.source.stated("g").stated("h");
    int before = world.source.lookups();
    SyncRun run = trial(world, 8, true);
    assertEquals(2, world.source.lookups() - before);
    assertEquals(5, run.planned().get(EntityKind.MEMBERSHIP, Tally.ADDED));
    before = world.source.lookups();
    trial(world, 2, true);
    assertEquals(2, world.source.lookups() - before);
    for (int i = 0; i < 30; i++) {
      world.source.group("x" + i, "team " + i).stated("x" + i);
    }
    before = world.source.lookups();
    trial(world, 4, true);
    assertEquals(4, world.source.lookups() - before);
  }

  @Test
  public void aListOfPeopleThatBreaksOffIsSaid() {
    SyncWorld world = ten();
    world.source.breakUsers(true);
    SyncRun run = trial(world, 3);
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals("users", run.incomplete().get(0).list());
  }

  @Test
  public void aSourceThatFallsSilentFailsTheTrialBeforeAnythingIsWritten() {
    SyncWorld world = ten();
    world.source.lookupsFail(
        new SourceException(SourceException.Kind.RETRY, Message.of("test-down"), null));
    assertEquals(RunState.FAILED, trial(world, 3).state());
    assertEquals(0, world.directory.writes());
  }

  @Test
  public void aTrialThatBreaksOffIsNotTakenUp() {
    SyncWorld world = ten();
    world.directory.faults().failBeforeWrite(2, world.death());
    try {
      trial(world, 3);
    } catch (IllegalStateException e) {
      // The node is gone.
    }
    world.reviveElsewhere();
    long runs = world.journal.runs(world.connectionId(), 0, 1).total();
    world.resumeDue();
    assertEquals(runs, world.journal.runs(world.connectionId(), 0, 1).total());
    world.sync();
    assertEquals(9, accounts(world).size());
  }

  @Test
  public void inAnyHistoryATrialTakesNothingAway_andAFullRunEndsWhereItWould() {
    qt().withExamples(150)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "never");
              Random random = new Random(~(long) seed);
              history.sourceChanges(10);
              if (random.nextBoolean()) {
                history.sync();
              }
              history.sourceChanges(8);
              for (int i = 0; i < 3; i++) {
                SyncRun run = trial(history.world, 1 + random.nextInt(9));
                for (Tally gone : List.of(Tally.DEACTIVATED, Tally.DELETED, Tally.REMOVED)) {
                  for (EntityKind kind : EntityKind.values()) {
                    assertEquals("seed " + seed, 0, run.planned().get(kind, gone));
                  }
                }
                history.sourceChanges(3);
              }
              history.sync();
              history.assertConverged();
            });
  }
}
