package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Test;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.DirectoryCall;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.fakes.InMemoryDirectory;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;
import org.oktasync.rows.RowStore;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** What one writer of a directory does with single changes, whatever happened since the plan. */
public class DirectoryWriterTest {
  private static final long CONNECTION = 1;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExternalId ANN_ID = new ExternalId("1");
  private static final ExternalId BOB_ID = new ExternalId("2");
  private static final ExternalId TEAM_ID = new ExternalId("g");
  private static final AccountName ANN = new AccountName("ann");
  private static final AccountName BOB = new AccountName("bob");
  private static final GroupName TEAM = new GroupName("team");

  private final InMemoryDirectory directory = new InMemoryDirectory(7);
  private final InMemoryLinks links = new InMemoryLinks();
  private final StopSignal stop = new StopSignal();
  private final Applied applied = new Applied(RunCounts.NONE, Mark.START);
  private boolean keepAdoptedMembers = true;
  private WriteCheck check = WriteCheck.NONE;
  private DirectoryWriter writer;
  private long ordinal;

  private DirectoryWriter writer() {
    return new DirectoryWriter(
        CONNECTION,
        directory,
        links,
        new RetryPolicy((time, stop) -> stop.check()),
        check,
        keepAdoptedMembers,
        RowStore.IN_MEMORY,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Writes changes together; answers what was not applied: outcome and reason of each. */
  private List<String> write(Change... changes) {
    List<PlannedChange> batch = new ArrayList<>();
    for (Change change : changes) {
      batch.add(new PlannedChange(++ordinal, Phase.PREPARE, ChangeRow.of(change)));
    }
    if (writer == null) {
      writer = writer();
    }
    writer.write(batch, applied, stop);
    return applied.takeResults().stream()
        .map(
            result ->
                result.change().row().subject()
                    + " "
                    + result.outcome()
                    + " "
                    + result.message().code())
        .toList();
  }

  private static Account account(AccountName name, boolean active) {
    return new Account(name, "A " + name, name + "@x.org", active);
  }

  private void linked(ExternalId id, AccountName name) {
    directory.world().hold(account(name, true));
    links.store(
        List.of(
            Link.ofAccount(CONNECTION, id, 7, name, directory.keyOf(name), Link.Origin.CREATED)));
  }

  private void linked(ExternalId id, GroupName name, Link.Origin origin) {
    directory.world().holdGroup(name);
    links.store(List.of(Link.ofGroup(CONNECTION, id, 7, name, origin)));
  }

  private Link link(EntityKind kind, ExternalId id) {
    return links.find(CONNECTION, kind, id).orElse(null);
  }

  private long count(EntityKind kind, Tally tally) {
    return applied.counts().get(kind, tally);
  }

  private static Change update(AccountName name) {
    return new Change.UpdateAccount(
        ANN_ID,
        name,
        Map.of(Change.Attributes.EMAIL, name + "@x.org"),
        Map.of(Change.Attributes.EMAIL, "new@x.org"));
  }

  @Test
  public void nothingIsWrittenWithoutALink() {
    directory.world().hold(account(ANN, true)).holdGroup(TEAM, ANN);
    String before = directory.world().text();
    for (Change change :
        List.of(
            new Change.RenameAccount(ANN_ID, ANN, BOB),
            update(ANN),
            new Change.ReactivateAccount(ANN_ID, ANN),
            new Change.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND),
            new Change.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND),
            new Change.CopyGroup(TEAM_ID, TEAM, new GroupName("crew")),
            new Change.DeleteGroup(TEAM_ID, TEAM, 1),
            new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM),
            new Change.RemoveMember(ANN_ID, ANN, TEAM_ID, TEAM))) {
      assertEquals(List.of(change.subject() + " SKIPPED changed-since"), write(change));
    }
    assertEquals(before, directory.world().text());
    assertEquals(0, links.count(CONNECTION, EntityKind.USER));
  }

  @Test
  public void aMembershipNeedsTheLinksOfBothEnds() {
    linked(ANN_ID, ANN);
    directory.world().holdGroup(TEAM);
    assertEquals(
        List.of("ann SKIPPED changed-since"),
        write(new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM)));
    links.store(List.of(Link.ofGroup(CONNECTION, TEAM_ID, 7, TEAM, Link.Origin.CREATED)));
    writer = null;
    directory.world().hold(account(BOB, true)).holdGroup(TEAM, BOB);
    assertEquals(
        List.of("bob SKIPPED changed-since"),
        write(new Change.RemoveMember(BOB_ID, BOB, TEAM_ID, TEAM)));
    assertEquals(List.of(BOB), directory.world().membersOf(TEAM));
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
            new Change.CreateAccount(ANN_ID, account(ANN, true)),
            new Change.CreateAccount(BOB_ID, account(BOB, true)),
            new Change.CreateAccount(new ExternalId("3"), account(new AccountName("eve"), true))));
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
    assertEquals(List.of(), write(new Change.CreateAccount(ANN_ID, account(ANN, true))));
    assertEquals(List.of(), write(new Change.RenameAccount(ANN_ID, BOB, ANN)));
    assertEquals(List.of(), write(new Change.CreateGroup(TEAM_ID, TEAM)));
    assertEquals(List.of(), write(new Change.CopyGroup(TEAM_ID, new GroupName("crew"), TEAM)));
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
    assertEquals(List.of(), write(new Change.CreateAccount(ANN_ID, account(ANN, true))));
    assertEquals(List.of(), write(new Change.CreateGroup(TEAM_ID, TEAM)));
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
    assertEquals(List.of(), write(new Change.RenameAccount(ANN_ID, ANN, new AccountName("Ann"))));
    assertEquals("Ann", link(EntityKind.USER, ANN_ID).name());
  }

  @Test
  public void aRenamedAccountIsOursUnderItsNewName() {
    linked(ANN_ID, ANN);
    assertEquals(List.of(), write(new Change.RenameAccount(ANN_ID, ANN, BOB)));
    assertTrue(directory.account(BOB).isPresent());
    assertEquals("bob", link(EntityKind.USER, ANN_ID).name());
    assertEquals(List.of("ann SKIPPED changed-since"), write(update(ANN)));
    assertEquals(List.of(), write(new Change.DeactivateAccount(ANN_ID, BOB, Reasons.NOT_FOUND)));
    assertFalse(directory.account(BOB).orElseThrow().active());
  }

  @Test
  public void whoWasDeactivatedByUs_isKnown_untilTheyAreActiveAgain() {
    linked(ANN_ID, ANN);
    assertEquals(
        List.of("ann SKIPPED changed-since"),
        write(new Change.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
    write(new Change.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    assertEquals(NOW, link(EntityKind.USER, ANN_ID).deactivatedAt());
    write(new Change.ReactivateAccount(ANN_ID, ANN));
    assertTrue(directory.account(ANN).orElseThrow().active());
    assertNull(link(EntityKind.USER, ANN_ID).deactivatedAt());
    write(new Change.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    assertEquals(
        List.of(), write(new Change.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
    assertTrue(directory.account(ANN).isEmpty());
    assertEquals("the link stays", "ann", link(EntityKind.USER, ANN_ID).name());
  }

  @Test
  public void anAccountThatIsAnothersByNow_isNotDeleted() {
    linked(ANN_ID, ANN);
    write(new Change.DeactivateAccount(ANN_ID, ANN, Reasons.NOT_FOUND));
    directory.world().rename(ANN, BOB);
    directory.world().hold(account(ANN, false));
    assertEquals(
        List.of("ann SKIPPED changed-since"),
        write(new Change.DeleteAccount(ANN_ID, account(ANN, false), Reasons.NOT_FOUND)));
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

  private static Supplier<TargetException> refusal(Kind kind) {
    return DirectoryFaults.refusal(kind);
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
    assertEquals(List.of("ann SKIPPED changed-since"), write(new Change.AdoptAccount(ANN_ID, ANN)));
    directory.world().hold(account(ANN, true));
    assertEquals(List.of(), write(new Change.AdoptAccount(ANN_ID, ANN)));
    Link link = link(EntityKind.USER, ANN_ID);
    assertEquals(Link.Origin.ADOPTED, link.origin());
    assertEquals(directory.keyOf(ANN), link.userKey());
    assertEquals(7, link.directoryId());
    assertEquals(0, directory.writes());
  }

  @Test
  public void anAdoptedGroupKeepsItsMembers_whenTheSettingsSaySo() {
    directory.world().holdGroup(TEAM);
    write(new Change.AdoptGroup(TEAM_ID, TEAM, Reasons.NAMED));
    assertTrue(link(EntityKind.GROUP, TEAM_ID).keepUnownedMembers());
    assertFalse(link(EntityKind.GROUP, TEAM_ID).namedByAdministrator());
    assertEquals(Link.Origin.ADOPTED, link(EntityKind.GROUP, TEAM_ID).origin());

    writer = null;
    keepAdoptedMembers = false;
    GroupName crew = new GroupName("crew");
    directory.world().holdGroup(crew);
    write(new Change.AdoptGroup(new ExternalId("h"), crew, Reasons.NAMED_TO_ADMINISTER));
    assertFalse(link(EntityKind.GROUP, new ExternalId("h")).keepUnownedMembers());
    assertTrue(link(EntityKind.GROUP, new ExternalId("h")).namedByAdministrator());
  }

  @Test
  public void aGroupThatWeMake_keepsNobodyElse() {
    write(new Change.CreateGroup(TEAM_ID, TEAM, Reasons.NAMED_TO_ADMINISTER));
    Link link = link(EntityKind.GROUP, TEAM_ID);
    assertEquals(Link.Origin.CREATED, link.origin());
    assertFalse(link.keepUnownedMembers());
    assertTrue(link.namedByAdministrator());
    assertEquals(List.of(TEAM), directory.world().groups());
  }

  @Test
  public void aGroupOfOurs_goesOverWithWhatIsKnownOfIt() {
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    Link before = link(EntityKind.GROUP, TEAM_ID).keepingUnownedMembers(true);
    links.store(List.of(before.namedByAdministrator(true)));
    links.noteAdded(link(EntityKind.GROUP, TEAM_ID).id(), List.of(ANN_ID));
    ExternalId other = new ExternalId("h");

    assertEquals(List.of(), write(new Change.AdoptGroup(other, TEAM)));

    assertNull(link(EntityKind.GROUP, TEAM_ID));
    Link link = link(EntityKind.GROUP, other);
    assertEquals(Link.Origin.CREATED, link.origin());
    assertTrue(link.keepUnownedMembers());
    assertTrue(link.namedByAdministrator());
    assertEquals(Set.of(ANN_ID), links.addedMembers(link.id()));
    assertEquals(
        "the former one has it no longer",
        List.of("team SKIPPED changed-since"),
        write(new Change.DeleteGroup(TEAM_ID, TEAM, 0)));
    assertEquals("once more", List.of(), write(new Change.AdoptGroup(other, TEAM)));
    assertEquals(1, links.count(CONNECTION, EntityKind.GROUP));
  }

  @Test
  public void aGroupThatWasRenamedIsMadeAnew_andTheOldOneIsNobodys() {
    linked(TEAM_ID, TEAM, Link.Origin.ADOPTED);
    links.noteAdded(link(EntityKind.GROUP, TEAM_ID).id(), List.of(ANN_ID));
    GroupName crew = new GroupName("crew");
    assertEquals(List.of(), write(new Change.CopyGroup(TEAM_ID, TEAM, crew)));
    assertEquals(List.of(crew, TEAM), directory.world().groups());
    Link link = link(EntityKind.GROUP, TEAM_ID);
    assertEquals("crew", link.name());
    assertFalse(link.keepUnownedMembers());
    assertEquals(Set.of(), links.addedMembers(link.id()));
  }

  @Test
  public void inAGroupThatKeepsOthers_itIsNotedWhoCameByUs() {
    linked(ANN_ID, ANN);
    linked(BOB_ID, BOB);
    linked(TEAM_ID, TEAM, Link.Origin.ADOPTED);
    directory.world().delete(BOB);
    assertEquals(
        List.of("bob FAILED fake-NOT_FOUND"),
        write(
            new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM),
            new Change.AddMember(BOB_ID, BOB, TEAM_ID, TEAM)));
    long group = link(EntityKind.GROUP, TEAM_ID).id();
    assertEquals(Set.of(ANN_ID), links.addedMembers(group));
    assertEquals(1, count(EntityKind.MEMBERSHIP, Tally.ADDED));
    assertEquals(List.of(), write(new Change.RemoveMember(ANN_ID, ANN, TEAM_ID, TEAM)));
    assertEquals(Set.of(), links.addedMembers(group));
    assertEquals(List.of(), directory.world().membersOf(TEAM));
  }

  @Test
  public void inAGroupOfOurOwn_nothingIsNoted() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    write(new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM));
    assertEquals(Set.of(), links.addedMembers(link(EntityKind.GROUP, TEAM_ID).id()));
  }

  @Test
  public void onlyAGroupThatWeMade_withNobodyElseInIt_isDeleted() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    GroupName adopted = new GroupName("adopted");
    linked(new ExternalId("a"), adopted, Link.Origin.ADOPTED);
    directory.world().hold(account(BOB, true)).holdGroup(TEAM, ANN, BOB);
    assertEquals(
        List.of("team SKIPPED changed-since"), write(new Change.DeleteGroup(TEAM_ID, TEAM, 1)));
    directory.world().removeMember(TEAM, BOB);
    assertEquals(
        List.of("adopted SKIPPED changed-since"),
        write(new Change.DeleteGroup(new ExternalId("a"), adopted, 0)));
    assertEquals(List.of(), write(new Change.DeleteGroup(TEAM_ID, TEAM, 1)));
    assertEquals(List.of(adopted), directory.world().groups());
    assertNull(link(EntityKind.GROUP, TEAM_ID));
    assertEquals(1, count(EntityKind.GROUP, Tally.DELETED));
  }

  @Test
  public void aGroupThatIsMadeAgainAfterItsLinkWasGivenUp_isOurs() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    write(new Change.DeleteGroup(TEAM_ID, TEAM, 0));
    assertEquals(List.of(), write(new Change.CreateGroup(TEAM_ID, TEAM)));
    assertEquals(List.of(), write(new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM)));
    assertEquals(List.of(ANN), directory.world().membersOf(TEAM));
  }

  @Test
  public void whatGoesToJiraInOneCall() {
    DirectoryWriter writer = writer();
    assertEquals(200, writer.most());
    assertEquals(
        writer.together(new Change.CreateAccount(ANN_ID, account(ANN, true))),
        writer.together(new Change.CreateAccount(BOB_ID, account(BOB, true))));
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
