package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.fakes.DirectoryCall;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** What is done with single changes of accounts, whatever happened since the plan. */
public class DirectoryWriterTest extends DirectoryScenario {
  @Test
  public void nothingIsWrittenWithoutALink() {
    directory.world().hold(account(ANN, true)).holdGroup(TEAM, ANN);
    String before = directory.world().text();
    for (Change change :
        List.of(
            new AccountChange.RenameAccount(ANN_ID, ANN, BOB),
            update(ANN),
            new AccountChange.ReactivateAccount(ANN_ID, ANN),
            new AccountChange.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND),
            new AccountChange.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND),
            new GroupChange.CopyGroup(TEAM_ID, TEAM, new GroupName("crew")),
            new GroupChange.DeleteGroup(TEAM_ID, TEAM, 1),
            new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM),
            new Change.RemoveMember(ANN_ID, ANN, TEAM_ID, TEAM))) {
      assertEquals(List.of(change.subject() + " SKIPPED changed-since"), write(change));
    }
    assertEquals(before, directory.world().text());
    assertEquals(0, links.count(CONNECTION, EntityKind.USER));
  }

  @Test
  public void whatACheckForbidsIsLeftOutForItsReason_andTheRestIsWritten() {
    linked(ANN_ID, ANN);
    linked(BOB_ID, BOB);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    check =
        change ->
            change.subject().equals("ann") ? Optional.of(Message.of("spared")) : Optional.empty();
    assertEquals(
        List.of("ann SKIPPED spared"),
        write(
            new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM),
            new Change.AddMember(BOB_ID, BOB, TEAM_ID, TEAM)));
    assertEquals(List.of(BOB), directory.world().membersOf(TEAM));
    assertEquals(List.of("ann SKIPPED spared"), write(update(ANN)));
    assertEquals(
        2, count(EntityKind.USER, Tally.SKIPPED) + count(EntityKind.MEMBERSHIP, Tally.SKIPPED));
  }

  @Test
  public void twoChecksAreAskedOneAfterTheOther() {
    WriteCheck first = change -> Optional.of(Message.of("first"));
    WriteCheck second = change -> Optional.of(Message.of("second"));
    assertEquals("first", first.and(second).veto(update(ANN)).orElseThrow().code());
    assertEquals("second", WriteCheck.NONE.and(second).veto(update(ANN)).orElseThrow().code());
    assertTrue(WriteCheck.NONE.and(WriteCheck.NONE).veto(update(ANN)).isEmpty());
  }

  @Test
  public void accountsAreMadeTogether_andOneThatFailsFailsAlone() {
    directory.world().hold(account(BOB, true));
    assertEquals(
        List.of("bob FAILED fake-CONFLICT"),
        write(
            new AccountChange.CreateAccount(ANN_ID, account(ANN, true)),
            new AccountChange.CreateAccount(BOB_ID, account(BOB, true)),
            new AccountChange.CreateAccount(
                new ExternalId("3"), account(new AccountName("eve"), true))));
    assertEquals(2, count(EntityKind.USER, Tally.CREATED));
    assertEquals(directory.keyOf(ANN), link(EntityKind.USER, ANN_ID).userKey());
    assertEquals(7, link(EntityKind.USER, ANN_ID).directoryId());
    assertEquals(Link.Origin.CREATED, link(EntityKind.USER, ANN_ID).origin());
    assertNull(link(EntityKind.USER, BOB_ID));
    assertEquals("eve", link(EntityKind.USER, new ExternalId("3")).name());
  }

  @Test
  public void whatARunThatBrokeOffDid_countsAsDone_andIsNotDoneAgain() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    long writes = directory.writes();
    assertEquals(List.of(), write(new AccountChange.CreateAccount(ANN_ID, account(ANN, true))));
    assertEquals(List.of(), write(new AccountChange.RenameAccount(ANN_ID, BOB, ANN)));
    assertEquals(List.of(), write(new GroupChange.CreateGroup(TEAM_ID, TEAM)));
    assertEquals(List.of(), write(new GroupChange.CopyGroup(TEAM_ID, new GroupName("crew"), TEAM)));
    assertEquals(writes, directory.writes());
    assertEquals(1, count(EntityKind.USER, Tally.CREATED));
    assertEquals(1, count(EntityKind.USER, Tally.RENAMED));
    assertEquals(1, count(EntityKind.GROUP, Tally.CREATED));
    assertEquals(1, count(EntityKind.GROUP, Tally.UPDATED));
  }

  @Test
  public void whatIsLinkedButGoneFromJira_isMadeAgain() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.ADOPTED);
    directory.world().delete(ANN);
    directory.world().delete(TEAM);
    assertEquals(List.of(), write(new AccountChange.CreateAccount(ANN_ID, account(ANN, true))));
    assertEquals(List.of(), write(new GroupChange.CreateGroup(TEAM_ID, TEAM)));
    assertTrue(directory.account(ANN).isPresent());
    assertEquals(List.of(TEAM), directory.world().groups());
    assertEquals(
        "the link is the one it was",
        Link.Origin.ADOPTED,
        link(EntityKind.GROUP, TEAM_ID).origin());
  }

  @Test
  public void aNameThatChangesInCaseAlone_isWritten() {
    linked(ANN_ID, ANN);
    assertEquals(
        List.of(), write(new AccountChange.RenameAccount(ANN_ID, ANN, new AccountName("Ann"))));
    assertEquals("Ann", link(EntityKind.USER, ANN_ID).name());
  }

  @Test
  public void aRenamedAccountIsOursUnderItsNewName() {
    linked(ANN_ID, ANN);
    assertEquals(List.of(), write(new AccountChange.RenameAccount(ANN_ID, ANN, BOB)));
    assertTrue(directory.account(BOB).isPresent());
    assertEquals("bob", link(EntityKind.USER, ANN_ID).name());
    assertEquals(List.of("ann SKIPPED changed-since"), write(update(ANN)));
    assertEquals(
        List.of(), write(new AccountChange.DeactivateAccount(ANN_ID, BOB, Reasons.NOT_FOUND)));
    assertFalse(directory.account(BOB).orElseThrow().active());
  }

  @Test
  public void whoWasDeactivatedByUs_isKnown_untilTheyAreActiveAgain() {
    linked(ANN_ID, ANN);
    assertEquals(
        List.of("ann SKIPPED changed-since"),
        write(new AccountChange.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
    write(new AccountChange.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    assertEquals(NOW, link(EntityKind.USER, ANN_ID).deactivatedAt());
    write(new AccountChange.ReactivateAccount(ANN_ID, ANN));
    assertTrue(directory.account(ANN).orElseThrow().active());
    assertNull(link(EntityKind.USER, ANN_ID).deactivatedAt());
    write(new AccountChange.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    assertEquals(
        List.of(),
        write(new AccountChange.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
    assertTrue(directory.account(ANN).isEmpty());
    assertEquals("the link stays", "ann", link(EntityKind.USER, ANN_ID).name());
  }

  @Test
  public void anAccountThatIsAnothersByNow_isNotDeleted() {
    linked(ANN_ID, ANN);
    write(new AccountChange.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    directory.world().rename(ANN, BOB);
    directory.world().hold(account(ANN, false));
    assertEquals(
        List.of("ann SKIPPED changed-since"),
        write(new AccountChange.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
    assertTrue(directory.account(ANN).isPresent());
  }

  @Test
  public void aFailureStopsNoOther_unlessTheDirectoryIsOutOfUse() {
    linked(ANN_ID, ANN);
    directory.faults().failBefore(DirectoryCall.UPDATE_ACCOUNT, 1, refusal(Kind.DENIED));
    assertEquals(List.of("ann FAILED test-fault"), write(update(ANN)));
    directory.faults().failBefore(DirectoryCall.UPDATE_ACCOUNT, 2, refusal(Kind.FATAL));
    assertEquals(Kind.FATAL, assertThrows(TargetException.class, () -> write(update(ANN))).kind());
    assertEquals(List.of(), write(update(ANN)));
    assertEquals("new@x.org", directory.account(ANN).orElseThrow().email());
    assertEquals(1, count(EntityKind.USER, Tally.UPDATED));
    assertEquals(1, count(EntityKind.USER, Tally.FAILED));
  }

  @Test
  public void aPassingFaultIsMendedByARepeat() {
    linked(ANN_ID, ANN);
    directory.faults().failBefore(DirectoryCall.UPDATE_ACCOUNT, 1, refusal(Kind.RETRY));
    directory.faults().failBefore(DirectoryCall.UPDATE_ACCOUNT, 2, refusal(Kind.RETRY));
    assertEquals(List.of(), write(update(ANN)));
  }

  @Test
  public void anAccountIsAdoptedAsItIs_ifItIsThere() {
    assertEquals(
        List.of("ann SKIPPED changed-since"), write(new AccountChange.AdoptAccount(ANN_ID, ANN)));
    directory.world().hold(account(ANN, true));
    assertEquals(List.of(), write(new AccountChange.AdoptAccount(ANN_ID, ANN)));
    Link link = link(EntityKind.USER, ANN_ID);
    assertEquals(Link.Origin.ADOPTED, link.origin());
    assertEquals(directory.keyOf(ANN), link.userKey());
    assertEquals(7, link.directoryId());
    assertEquals(0, directory.writes());
  }

  @Test
  public void whatGoesToJiraInOneCall() {
    DirectoryWriter writer = writer();
    assertEquals(200, writer.most());
    assertEquals(
        writer.together(new AccountChange.CreateAccount(ANN_ID, account(ANN, true))),
        writer.together(new AccountChange.CreateAccount(BOB_ID, account(BOB, true))));
    String joins = writer.together(new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM));
    assertEquals(joins, writer.together(new Change.AddMember(BOB_ID, BOB, TEAM_ID, TEAM)));
    assertFalse(
        joins.equals(
            writer.together(
                new Change.AddMember(ANN_ID, ANN, new ExternalId("h"), new GroupName("crew")))));
    assertNull(writer.together(new Change.RemoveMember(ANN_ID, ANN, TEAM_ID, TEAM)));
    assertNull(writer.together(update(ANN)));
    assertEquals(
        "leave",
        writer.together(
            new Change.LeaveAlone(EntityKind.USER, ANN_ID, "ann", "", Reasons.NAME_TAKEN, "")));
  }
}
