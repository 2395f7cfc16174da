package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Leavers, where the settings say that their accounts go in the end. */
public class AccountDeletionTest {
  private static final AccountName ANN = new AccountName("ann");
  private static final long DAYS = 24;

  private final SyncWorld world = SyncWorld.guarded();

  /** Ann has left Okta, and a run has deactivated her. */
  private void annLeft(String inactive, String notFound) {
    world.change(
        "{\"leavers\":{\"inactive\":\"%s\",\"notFound\":\"%s\"}}".formatted(inactive, notFound));
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.deletePerson("1");
    SyncRun run = world.sync();
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
  }

  private boolean exists() {
    return world.directory.account(ANN).isPresent();
  }

  private List<String> reasons() {
    return world.findings.standing(world.connectionId()).stream()
        .map(finding -> finding.reason())
        .toList();
  }

  private void assertKept(String reason) {
    SyncRun run = world.sync();
    assertEquals(0, run.counts().get(EntityKind.USER, Tally.DELETED));
    assertEquals(List.of(reason), reasons());
    assertFalse("still there, and deactivated", world.directory.account(ANN).get().active());
  }

  private List<String> skipped(SyncRun run) {
    return world.journal.changes(run.id(), JournalQuery.all(0, 1000)).values().stream()
        .filter(entry -> entry.outcome() == RunOutcome.SKIPPED)
        .map(entry -> entry.message().code())
        .toList();
  }

  @Test
  public void anAccountGoesOnceItWasDeactivatedLongEnough() {
    annLeft("deactivate", "delete");
    assertKept("deletion-waits");
    world.passHours(30 * DAYS);
    assertKept("deletion-waits");
    world.passHours(1);
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.DELETED));
    assertFalse(exists());
    assertEquals(List.of(), reasons());
    long before = world.directory.writes();
    world.sync();
    assertEquals("the next run is quiet", before, world.directory.writes());
  }

  @Test
  public void byDefaultNobodyIsDeleted() {
    annLeft("deactivate", "deactivate");
    world.passHours(10_000 * DAYS);
    SyncRun run = world.sync();
    assertEquals(0, run.counts().get(EntityKind.USER, Tally.DELETED));
    assertTrue(exists());
    assertEquals(List.of(), reasons());
  }

  @Test
  public void theSamePersonGetsTheSameUserKeyAgain() {
    annLeft("deactivate", "delete");
    String key = world.directory.keyOf(ANN);
    world.passHours(31 * DAYS);
    world.sync();
    assertFalse(exists());
    world.source.person("1", "ann");
    world.sync();
    assertTrue(world.directory.account(ANN).orElseThrow().active());
    assertEquals(key, world.directory.keyOf(ANN));
  }

  @Test
  public void nobodyElseGetsTheNameOfADeletedAccount() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    world.sync();
    world.source.person("9", "ann");
    assertEquals(List.of("name-of-former-user"), skipped(world.sync()));
    assertFalse(exists());
  }

  @Test
  public void whoIsDeactivatedByHandIsNotDeleted() {
    annLeft("deactivate", "delete");
    world.source.person("1", "ann");
    world.sync();
    Account account = world.directory.account(ANN).orElseThrow();
    assertTrue("a run reactivates her", account.active());
    world.directory.world().hold(account.withActive(false));
    world.source.deletePerson("1");
    world.passHours(100 * DAYS);
    assertKept("deletion-not-ours");
  }

  @Test
  public void thePoliciesOfInactiveAndGoneAreApart() {
    annLeft("delete", "deactivate");
    world.passHours(100 * DAYS);
    world.sync();
    assertTrue(exists());
    world.source.person("1", "ann").status("1", "DEPROVISIONED");
    world.sync();
    assertFalse(exists());
  }

  @Test
  public void aListThatBrokeOffDeletesNobody() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    world.source.person("0", "first").breakUsers(true);
    assertEquals(RunState.PARTIAL, world.sync().state());
    assertTrue(exists());
  }

  @Test
  public void aProtectedAccountIsNotDeleted() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    world.administrators.add("ann");
    assertKept("protected-account");
  }

  @Test
  public void jirasOwnReasonsKeepAnAccount() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    world.obstacles.put("ann", Message.of("deletion-refused", "3 issues"));
    assertKept("deletion-refused");
    world.obstacles.put("ann", Message.of("deletion-unchecked", "no service"));
    assertKept("deletion-unchecked");
    world.obstacles.clear();
    world.sync();
    assertFalse(exists());
  }

  @Test
  public void oktaIsAskedByIdBeforeTheDeletion() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    SyncRun dry = world.dryRun();
    world.source.person("1", "ann").status("1", "SUSPENDED");
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
    assertEquals("inactive is not gone", List.of("changed-since"), skipped(applied));
    assertTrue(exists());
  }

  @Test
  public void whatChangedSinceThePlanKeepsTheAccount() {
    annLeft("deactivate", "delete");
    world.passHours(31 * DAYS);
    SyncRun dry = world.dryRun();
    world.obstacles.put("ann", Message.of("deletion-refused", "3 issues"));
    assertEquals(List.of("deletion-refused"), skipped(apply(dry)));
    world.obstacles.clear();
    world.administrators.add("ann");
    assertEquals(List.of("protected-account"), skipped(apply(dry)));
    world.administrators.clear();
    Account account = world.directory.account(ANN).orElseThrow();
    world.directory.world().hold(account.withActive(true));
    assertEquals(List.of("fake-CHANGED_SINCE"), skipped(apply(dry)));
    world.directory.world().rename(ANN, new AccountName("ann.old"));
    world.directory.world().hold(account);
    assertEquals("another ann", List.of("changed-since"), skipped(apply(dry)));
    assertTrue(exists());
  }

  private SyncRun apply(SyncRun dry) {
    return world.stored(world.control.applyDryRun(dry.id(), "manual", "boss"));
  }

  @Test
  public void tooManyDeletionsHoldTheRunAndNothingIsWritten() {
    world.change("{\"leavers\":{\"notFound\":\"delete\"},\"guardrails\":{\"minUsersPercent\":0}}");
    for (int i = 0; i < 12; i++) {
      world.source.person("id" + i, "p" + i);
    }
    world.sync();
    for (int i = 0; i < 6; i++) {
      world.source.deletePerson("id" + i);
      world.sync();
    }
    world.passHours(31 * DAYS);
    world.source.person("new", "newcomer");
    String before = world.directory.world().text();
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    assertEquals(List.of(new GuardrailBreach("maxDeletions", "", 5, 6)), held.breaches());
    assertEquals(before, world.directory.world().text());
    world.source.person("id3", "p3");
    SyncRun approved = world.stored(world.control.approve(held.id(), "boss"));
    assertEquals("one is back", 5, approved.counts().get(EntityKind.USER, Tally.DELETED));
  }
}
