package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Tally;

/** What is done with single changes of groups and members, whatever happened since the plan. */
public class GroupWriteTest extends DirectoryScenario {
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
  public void anAdoptedGroupKeepsItsMembers_whenTheSettingsSaySo() {
    directory.world().holdGroup(TEAM);
    write(new GroupChange.AdoptGroup(TEAM_ID, TEAM, Reasons.NAMED));
    assertTrue(link(EntityKind.GROUP, TEAM_ID).keepUnownedMembers());
    assertFalse(link(EntityKind.GROUP, TEAM_ID).namedByAdministrator());
    assertEquals(Link.Origin.ADOPTED, link(EntityKind.GROUP, TEAM_ID).origin());

    writer = null;
    keepAdoptedMembers = false;
    GroupName crew = new GroupName("crew");
    directory.world().holdGroup(crew);
    write(new GroupChange.AdoptGroup(new ExternalId("h"), crew, Reasons.NAMED_TO_ADMINISTER));
    assertFalse(link(EntityKind.GROUP, new ExternalId("h")).keepUnownedMembers());
    assertTrue(link(EntityKind.GROUP, new ExternalId("h")).namedByAdministrator());
  }

  @Test
  public void aGroupThatWeMake_keepsNobodyElse() {
    write(new GroupChange.CreateGroup(TEAM_ID, TEAM, Reasons.NAMED_TO_ADMINISTER));
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

    assertEquals(List.of(), write(new GroupChange.AdoptGroup(other, TEAM)));

    assertNull(link(EntityKind.GROUP, TEAM_ID));
    Link link = link(EntityKind.GROUP, other);
    assertEquals(Link.Origin.CREATED, link.origin());
    assertTrue(link.keepUnownedMembers());
    assertTrue(link.namedByAdministrator());
    assertEquals(Set.of(ANN_ID), links.addedMembers(link.id()));
    assertEquals(
        "the former one has it no longer",
        List.of("team SKIPPED changed-since"),
        write(new GroupChange.DeleteGroup(TEAM_ID, TEAM, 0)));
    assertEquals("once more", List.of(), write(new GroupChange.AdoptGroup(other, TEAM)));
    assertEquals(1, links.count(CONNECTION, EntityKind.GROUP));
  }

  @Test
  public void aGroupThatWasRenamedIsMadeAnew_andTheOldOneIsNobodys() {
    linked(TEAM_ID, TEAM, Link.Origin.ADOPTED);
    links.noteAdded(link(EntityKind.GROUP, TEAM_ID).id(), List.of(ANN_ID));
    GroupName crew = new GroupName("crew");
    assertEquals(List.of(), write(new GroupChange.CopyGroup(TEAM_ID, TEAM, crew)));
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
        List.of("team SKIPPED changed-since"),
        write(new GroupChange.DeleteGroup(TEAM_ID, TEAM, 1)));
    directory.world().removeMember(TEAM, BOB);
    assertEquals(
        List.of("adopted SKIPPED changed-since"),
        write(new GroupChange.DeleteGroup(new ExternalId("a"), adopted, 0)));
    assertEquals(List.of(), write(new GroupChange.DeleteGroup(TEAM_ID, TEAM, 1)));
    assertEquals(List.of(adopted), directory.world().groups());
    assertNull(link(EntityKind.GROUP, TEAM_ID));
    assertEquals(1, count(EntityKind.GROUP, Tally.DELETED));
  }

  @Test
  public void aGroupThatIsMadeAgainAfterItsLinkWasGivenUp_isOurs() {
    linked(ANN_ID, ANN);
    linked(TEAM_ID, TEAM, Link.Origin.CREATED);
    write(new GroupChange.DeleteGroup(TEAM_ID, TEAM, 0));
    assertEquals(List.of(), write(new GroupChange.CreateGroup(TEAM_ID, TEAM)));
    assertEquals(List.of(), write(new Change.AddMember(ANN_ID, ANN, TEAM_ID, TEAM)));
    assertEquals(List.of(ANN), directory.world().membersOf(TEAM));
  }
}
