package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.Notice;

/** The one mail to whoever begins to wait, and everything that keeps it from being sent. */
public class LeaverMailTest {
  private static final long DAY = 24;
  private static final String TOLD =
      "{\"leavers\":{\"tell\":true,\"contact\":\"it@example.com\","
          + "\"grace\":{\"inactive\":7,\"outOfScope\":7,\"notFound\":7}},"
          + "\"schedule\":{\"zone\":\"UTC\"}}";

  private static SyncWorld people(SyncWorld world, int count) {
    for (int i = 0; i < count; i++) {
      world.source.person("" + (100 + i), "p" + i);
    }
    world.source.group("g", "team", "100", "101");
    world.sync();
    return world;
  }

  private static List<String> mails(SyncWorld world) {
    List<String> mails =
        world.notices.notices().stream()
            .map(notice -> notice.subject().code() + " " + notice.receivers())
            .toList();
    world.notices.news();
    return mails;
  }

  private static List<String> oneTo(String what, String name) {
    return List.of("leaver-mail-" + what + "-subject [" + name + "@example.com]");
  }

  private static List<Message> notices(SyncRun run) {
    return run.notices().stream().filter(one -> one.code().startsWith("leavers-")).toList();
  }

  @Test
  public void byDefaultNobodyIsTold() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change("{\"leavers\":{\"notFound\":\"delete\",\"grace\":{\"notFound\":7}}}");
    world.source.deletePerson("100");
    world.sync();
    world.passHours(8 * DAY);
    assertEquals(1, world.sync().counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(List.of(), mails(world));
  }

  @Test
  public void whoBeginsToWaitIsToldOnce_withTheDay_andWhomToAsk() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.source.deletePerson("100");
    SyncRun run = world.sync();
    assertEquals(List.of(), notices(run));
    Notice mail = world.notices.notices().get(0);
    assertEquals(List.of("p0@example.com"), mail.receivers());
    assertEquals("no address of pages that they may not see", "", mail.path());
    assertEquals(world.directory.keyOf(new AccountName("p0")), mail.reader());
    assertEquals(
        List.of(
            Message.of("leaver-mail-deactivation", "p0", "2026-01-08"),
            Message.of("leaver-mail-deactivation-return"),
            Message.of("leaver-mail-contact", "it@example.com")),
        mail.sentences());
    assertEquals(oneTo("deactivation", "p0"), mails(world));
    world.sync();
    world.incremental();
    world.passHours(8 * DAY);
    world.sync();
    assertEquals("never again, deactivated or not", List.of(), mails(world));
  }

  @Test
  public void whoReturnsAndLeavesAgainIsToldAgain() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    for (int i = 0; i < 2; i++) {
      world.source.status("100", "SUSPENDED");
      world.passHours(1);
      world.sync();
      assertEquals(oneTo("deactivation", "p0"), mails(world));
      world.source.status("100", "ACTIVE");
      world.sync();
      assertEquals("who stays is not written to", List.of(), mails(world));
    }
  }

  @Test
  public void beforeADeletionPeopleAreToldWhenTheyAreDeactivated() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.change("{\"leavers\":{\"notFound\":\"delete\",\"deleteAfterDays\":30,\"contact\":\"\"}}");
    world.source.deletePerson("100");
    world.sync();
    assertEquals(oneTo("deactivation", "p0"), mails(world));
    world.passHours(8 * DAY);
    world.sync();
    assertEquals(
        List.of(
            Message.of("leaver-mail-deletion", "p0", "2026-02-08"),
            Message.of("leaver-mail-deletion-return"),
            Message.of("leaver-mail-ask")),
        world.notices.notices().get(0).sentences());
    assertEquals(oneTo("deletion", "p0"), mails(world));
    world.passHours(31 * DAY);
    assertEquals(1, world.sync().counts().get(EntityKind.USER, Tally.DELETED));
    assertEquals(List.of(), mails(world));
  }

  @Test
  public void aDryRunTellsNobody_andApplyingItDoes() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.source.deletePerson("100");
    SyncRun dry = world.dryRun();
    assertEquals(List.of(), mails(world));
    world.control.applyDryRun(dry.id(), "manual", "operator");
    assertEquals(oneTo("deactivation", "p0"), mails(world));
  }

  @Test
  public void oneWrongFilterMailsNobody_untilSomebodyApproves() {
    SyncWorld world = people(SyncWorld.guarded(), 120);
    world.change(TOLD);
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g\"]}}");
    for (int i = 0; i < 3; i++) {
      SyncRun held = i < 2 ? world.sync() : world.incremental();
      assertEquals(RunState.HELD, held.state());
      assertTrue(held.breaches().contains(new GuardrailBreach("maxDeactivations", "", 6, 118)));
      assertEquals(List.of(), mails(world));
      world.control.reject(held.id(), "ada");
    }
    assertTrue(world.linksOf(EntityKind.USER).stream().allMatch(l -> l.leavingSince() == null));
    world.change("{\"scope\":{\"people\":\"everyone\"}}");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    world.passHours(30 * DAY);
    world.sync();
    assertEquals("nobody ever heard of it", List.of(), mails(world));
  }

  @Test
  public void afterTheApprovalThoseAreToldWhoAreStillGone() {
    SyncWorld world = people(SyncWorld.guarded(), 120);
    world.change(TOLD);
    for (int i = 0; i < 20; i++) {
      world.source.deletePerson("" + (100 + i));
    }
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    world.source.person("101", "p1");
    SyncRun run = world.stored(world.control.approve(held.id(), "ada"));
    assertEquals(19, run.counts().get(EntityKind.USER, Tally.WAITING));
    List<String> mails = mails(world);
    assertEquals(19, mails.size());
    assertFalse(mails.toString(), mails.toString().contains("[p1@"));
  }

  @Test
  public void withoutAnAddressNobodyIsWrittenTo_andTheRunSaysSo() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann", "ACTIVE", "", "Ann");
    world.source.person("2", "bob", "ACTIVE", "bob@x.org,all@x.org", "Bob");
    world.sync();
    world.change(TOLD);
    world.source.deletePerson("1").deletePerson("2");
    SyncRun run = world.sync();
    assertEquals(2, run.counts().get(EntityKind.USER, Tally.WAITING));
    assertEquals(List.of(Message.of("leavers-without-address", 2, "ann, bob")), notices(run));
    assertEquals(List.of(), mails(world));
  }

  @Test
  public void whereJiraSendsNoMailTheRunSaysSo_andNobodyIsToldLater() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.notices.obstruct("mail-no-server");
    world.source.deletePerson("100");
    SyncRun run = world.sync();
    assertEquals(List.of(Message.of("leavers-untold", 1)), notices(run));
    assertTrue(run.notices().contains(Message.of("mail-no-server")));
    world.sync();
    assertEquals(List.of(), mails(world));
  }

  @Test
  public void aNodeThatDiesRightAfterItsMailSendsNoSecondOne() {
    SyncWorld world = people(SyncWorld.unguarded(), 6);
    world.change(TOLD);
    world.change("{\"leavers\":{\"notFound\":\"delete\",\"grace\":{\"notFound\":0}}}");
    for (int i = 0; i < 3; i++) {
      world.source.deletePerson("" + (100 + i));
    }
    world
        .directory
        .faults()
        .failBeforeWrite(world.directory.faults().writesSoFar() + 2, world.death());
    try {
      world.sync();
    } catch (IllegalStateException e) {
      // The node is gone.
    }
    assertEquals(oneTo("deletion", "p0"), mails(world));
    world.reviveElsewhere();
    world.resumeDue();
    world.sync();
    List<String> later = mails(world);
    assertEquals(later.toString(), 2, later.size());
    assertFalse(later.toString(), later.toString().contains("p0@"));
  }

  @Test
  public void aPlanThatIsAppliedTwiceTellsOnce() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.source.deletePerson("100");
    SyncRun dry = world.dryRun();
    for (int i = 0; i < 2; i++) {
      world.control.applyDryRun(dry.id(), "manual", "operator");
    }
    assertEquals(oneTo("deactivation", "p0"), mails(world));
  }

  @Test
  public void whatOneNodeHasClaimedAnotherDoesNotSend() {
    SyncWorld world = people(SyncWorld.unguarded(), 3);
    world.change(TOLD);
    world.source.deletePerson("100");
    long link =
        world
            .links
            .find(world.connectionId(), EntityKind.USER, new ExternalId("100"))
            .orElseThrow()
            .id();
    assertTrue(world.links.claimWarning(link, world.now(), world.now()));
    world.sync();
    assertEquals(List.of(), mails(world));
  }

  @Test
  public void anUndoneRunOfCreationsTellsNobody() {
    SyncWorld world = SyncWorld.unguarded();
    world.change(TOLD);
    world.source.person("1", "ann");
    SyncRun made = world.sync();
    assertEquals(1, world.undo(made).counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertEquals(List.of(), mails(world));
  }
}
