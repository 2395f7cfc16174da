package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.fakes.DirectoryCall;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.adoption.AdoptionChoice;
import org.oktasync.target.ApplicationSeats.Application;

/** Thousands who take over an account of another directory with one run. */
public class ManyNamesakesTest {
  private static final int PEOPLE = 4_000;
  private static final int TOGETHER = 200;

  private final SyncWorld world = SyncWorld.unguarded();

  private static String name(int number) {
    return "p%05d".formatted(number);
  }

  /**
   * @param every one of so many has an account of the same name in another directory
   */
  private void fill(int every) {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      world.source.person("00u" + name(i), name(i));
      if (i % every == 0) {
        world.holdElsewhere(name(i), name(i) + "@example.com");
        there.add(name(i));
      }
    }
    world.holdGroupElsewhere("users", there.toArray(String[]::new));
    world.change("{\"groups\":{\"takeOver\":[\"users\"]}}");
    world.applications.add(
        new Application("Jira", PEOPLE, PEOPLE, false, Set.of(new GroupName("users"))));
  }

  private int looks() {
    return world.elsewhere.faults().callsSoFar(DirectoryCall.FIND_ACCOUNT);
  }

  @Test
  public void theOtherDirectoryIsAskedOnceForManyOfThem_whenPlannedAndBeforeItIsWritten() {
    fill(1);
    AdoptionChoice everybody = new AdoptionChoice(Set.of(Verdict.NAMESAKE), Set.of());
    world.adoption.confirm(world.connectionId(), everybody, "operator");
    int before = looks();

    SyncRun dry = world.dryRun();
    assertEquals(PEOPLE, (long) dry.planned().get(EntityKind.USER, Tally.CREATED));
    assertEquals(PEOPLE / TOGETHER, looks() - before);

    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(3 * PEOPLE / TOGETHER, looks() - before);
    assertEquals(PEOPLE, (long) run.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(PEOPLE, world.directory.world().membersOf(new GroupName("users")).size());
    assertTrue(world.takeOvers.waiting(world.connectionId()).isEmpty());

    int after = looks();
    world.sync();
    assertEquals("nobody waits, nobody is looked for", after, looks());
  }

  /** Whose account changes while others' are written is left alone. */
  @Test
  public void whatChangesWhileThePlanIsAppliedIsSeenByTheNextBatch() {
    fill(20);
    AdoptionChoice everybody = new AdoptionChoice(Set.of(Verdict.NAMESAKE), Set.of());
    world.adoption.confirm(world.connectionId(), everybody, "operator");
    AccountName last = new AccountName(name(PEOPLE - 20));
    world
        .directory
        .faults()
        .meanwhile(
            PEOPLE / 2, () -> world.elsewhere.world().hold(new Account(last, "Off", "", false)));
    world.sync();
    assertTrue(world.directory.account(new AccountName(name(0))).isPresent());
    assertTrue(world.directory.account(last).isEmpty());
  }
}
