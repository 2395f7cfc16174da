package org.oktasync.run.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.SyncRequest;
import org.oktasync.run.SyncWorld;
import org.oktasync.run.ports.Notice;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;

/** How runs ended is told to the receivers of notices and to the audit log: each end once. */
public class RunAnnouncerTest {
  private static final String RECEIVERS = "\"receivers\":[\"it@example.com\",\"ops@example.com\"]";

  private final SyncWorld world =
      new SyncWorld("{\"name\":\"Main\",\"notices\":{" + RECEIVERS + ",\"changed\":true}}");

  private void settle() {
    for (int i = 0; i < 20; i++) {
      world.source.person("id" + i, "secret-person-" + i);
    }
    world.source.group("g", "team", "id0", "id1");
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    world.notices.news();
    world.audit.news();
  }

  private void loseEverybody() {
    for (int i = 0; i < 20; i++) {
      world.source.deletePerson("id" + i);
    }
  }

  private void breakOkta() {
    world.source.goDown(
        new SourceException(SourceException.Kind.DENIED, Message.of("okta-token-invalid"), null));
  }

  private void change(String notices) {
    world.change("{\"notices\":{" + notices + "}}");
  }

  @Test
  public void aHeldRun_isTold_withNumbersAndALink_andNamesNobody() {
    settle();
    loseEverybody();
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    Notice notice = world.notices.notices().get(0);
    assertEquals(1, world.notices.notices().size());
    assertEquals(List.of("it@example.com", "ops@example.com"), notice.receivers());
    assertEquals(Message.of("notice-held", "Main"), notice.subject());
    assertEquals("/runs/" + held.id(), notice.path());
    assertTrue(notice.sentences().contains(Message.of("notice-run-held", held.id(), "Main")));
    assertTrue(notice.sentences().stream().anyMatch(one -> one.code().startsWith("guardrail-")));
    assertTrue(notice.facts().contains(Fact.of("limits-exceeded", held.breaches().size())));
    assertFalse(notice.toString(), notice.toString().contains("secret-person"));
    assertFalse(notice.toString(), notice.toString().contains("operator"));
  }

  @Test
  public void aHeldRunThatIsApproved_isToldAgain_byWhatItChanged() {
    settle();
    loseEverybody();
    SyncRun held = world.sync();
    world.source.person("id0", "secret-person-0");
    world.notices.news();
    world.control.approve(held.id(), "eve");
    assertEquals(List.of("notice-changed"), world.notices.news());
  }

  @Test
  public void aRunThatFailed_isTold_withTheReason() {
    settle();
    breakOkta();
    SyncRun failed = world.sync();
    assertEquals(RunState.FAILED, failed.state());
    Notice notice = world.notices.notices().get(0);
    assertEquals("notice-failed", notice.subject().code());
    assertTrue(notice.sentences().contains(Message.of("okta-token-invalid")));
  }

  @Test
  public void aReasonThatNamesAnAccount_isNotInTheMail() {
    settle();
    world
        .directory
        .faults()
        .failEverything(
            new TargetException(
                TargetException.Kind.FATAL,
                Message.of("directory-failed", "secret-person-1"),
                null));
    assertEquals(RunState.FAILED, world.sync().state());
    Notice notice = world.notices.notices().get(0);
    assertEquals("notice-failed", notice.subject().code());
    assertFalse(notice.toString(), notice.toString().contains("secret-person"));
  }

  @Test
  public void aLookThatIsIncomplete_saysSo_andIsNoNews() {
    settle();
    world.source.breakMembers("g");
    SyncRun look = world.dryRun();
    assertEquals(RunState.PARTIAL, look.state());
    assertEquals(List.of(), world.notices.news());
    SyncRun applied = world.control.applyDryRun(look.id(), "manual", "operator");
    assertEquals(RunState.PARTIAL, world.stored(applied).state());
    assertEquals(List.of("notice-partial"), world.notices.news());
  }

  @Test
  public void anIncompleteRun_isTold() {
    settle();
    world.source.breakMembers("g");
    assertEquals(RunState.PARTIAL, world.sync().state());
    Notice notice = world.notices.notices().get(0);
    assertEquals("notice-partial", notice.subject().code());
    assertTrue(notice.facts().contains(Fact.of("incomplete-lists", 1)));
  }

  @Test
  public void aRunWhoseChangesFailed_isTold() {
    settle();
    world.source.person("new", "newcomer");
    world
        .directory
        .faults()
        .failBeforeWrite(
            world.directory.faults().writesSoFar() + 1,
            DirectoryFaults.refusal(TargetException.Kind.INVALID));
    assertEquals(RunState.PARTIAL, world.sync().state());
    assertEquals(List.of("notice-partial"), world.notices.news());
  }

  @Test
  public void aRunThatChangedSomebody_isTold_oneThatChangedNobodyIsNot() {
    settle();
    world.source.person("new", "newcomer");
    world.sync();
    Notice notice = world.notices.notices().get(0);
    assertEquals("notice-changed", notice.subject().code());
    assertTrue(notice.facts().contains(Fact.of("user-created", 1)));
    world.notices.news();
    world.sync();
    assertEquals(List.of(), world.notices.news());
  }

  @Test
  public void aDryRun_changesNobody() {
    world.source.person("new", "newcomer");
    world.dryRun();
    assertEquals(List.of(), world.notices.news());
  }

  @Test
  public void eachKindIsSwitchable() {
    settle();
    change("\"changed\":false");
    world.source.person("new", "newcomer");
    world.sync();
    change("\"failed\":false");
    world.source.breakMembers("g");
    world.sync();
    world.source.mend();
    change("\"held\":false");
    loseEverybody();
    assertEquals(RunState.HELD, world.sync().state());
    assertEquals(List.of(), world.notices.news());
  }

  @Test
  public void withoutReceivers_nobodyIsTold() {
    settle();
    change("\"receivers\":[]");
    breakOkta();
    world.sync();
    assertEquals(List.of(), world.notices.news());
    change(RECEIVERS);
    world.announcer.announceMissed();
    assertEquals("not later either", List.of(), world.notices.news());
  }

  @Test
  public void aRunWhoseNodeDied_isToldByAnother_once() {
    settle();
    world.source.person("new", "newcomer");
    world
        .directory
        .faults()
        .failAfterWrite(
            world.directory.faults().writesSoFar() + 1,
            () -> {
              world.journal.die();
              return new IllegalStateException("the node dies here");
            });
    SyncRun dead = world.sync();
    world.journal.revive();
    world.directory.faults().clear();
    world.announcer.announceMissed();
    assertEquals("it may live", List.of(), world.notices.news());
    world.passHours(1);
    world.announcer.announceMissed();
    Notice notice = world.notices.notices().get(0);
    assertEquals("notice-failed", notice.subject().code());
    assertTrue(
        notice.sentences().contains(Message.of("notice-run-interrupted", dead.id(), "Main")));
    assertTrue(notice.sentences().contains(Message.of("run-interrupted", "node1")));
    world.notices.news();
    world.announcer.announceMissed();
    world.releaseLocks();
    world.sync();
    world.announcer.announceMissed();
    assertFalse(world.notices.news().contains("notice-failed"));
  }

  @Test
  public void theAuditLog_getsWhatPeopleDo_andWhatRunsCameTo() {
    settle();
    loseEverybody();
    SyncRun held = world.sync();
    assertEquals(List.of("run-held by operator", "run-started by operator"), world.audit.news());
    world.control.reject(held.id(), "eve");
    assertEquals(List.of("run-rejected by eve"), world.audit.news());
    SyncRun second = world.sync();
    world.audit.news();
    world.control.approve(second.id(), "eve");
    AuditEntry finished = world.audit.entries().get(0);
    assertEquals(List.of("run-finished by operator", "run-approved by eve"), world.audit.news());
    assertEquals(world.connectionId(), finished.connectionId());
    assertEquals("Main", finished.connection());
    assertTrue(finished.facts().contains(Fact.of("run", second.id())));
    assertTrue(finished.facts().contains(Fact.of("user-deactivated", 20)));
    assertFalse(finished.toString(), finished.toString().contains("secret-person"));
  }

  @Test
  public void theAuditLog_getsDryRunsWhenTheyStart_andFailures() {
    world.dryRun();
    assertEquals(List.of("run-started by operator"), world.audit.news());
    breakOkta();
    world.sync();
    assertEquals(List.of("run-failed by operator", "run-started by operator"), world.audit.news());
  }

  @Test
  public void theAuditLog_getsNoRunOfNobody_thatChangedNothing() {
    settle();
    scheduled();
    assertEquals(List.of(), world.audit.news());
    world.source.person("new", "newcomer");
    scheduled();
    assertEquals(List.of("run-finished by"), world.audit.news());
  }

  private void scheduled() {
    world.control.start(new SyncRequest(world.connectionId(), "schedule", "", SyncRun.FULL, false));
  }
}
