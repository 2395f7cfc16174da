package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.source.SourceException;

/** Whom a connection is about, through whole runs and through incremental ones alike. */
public class ScopeRunTest {
  private static final GroupName TEAM = new GroupName("team");

  private final SyncWorld world = SyncWorld.unguarded();

  private boolean active(String name) {
    return world.directory.account(new AccountName(name)).map(Account::active).orElse(false);
  }

  private boolean exists(String name) {
    return world.directory.account(new AccountName(name)).isPresent();
  }

  private List<String> members() {
    return world.directory.world().membersOf(TEAM).stream().map(AccountName::value).toList();
  }

  private void scope(String json) {
    world.change("{\"scope\":" + json + "}");
  }

  private void threePeopleTwoInTheScopeGroup() {
    world.source.person("u1", "ann").person("u2", "bob").person("u3", "cy");
    world.source.group("g1", "jira-people", "u1", "u2").group("g2", "team", "u1", "u2", "u3");
    scope("{\"people\":\"groups\",\"groups\":[\"g1\"]}");
  }

  @Test
  public void onlyMembersOfTheChosenGroupsGetAnAccount() {
    threePeopleTwoInTheScopeGroup();
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertTrue(active("ann") && active("bob"));
    assertFalse(exists("cy"));
    assertEquals(List.of("ann", "bob"), members());
  }

  @Test
  public void whoComesIntoTheScopeJoinsWithAllGroups_withoutHavingChanged() {
    threePeopleTwoInTheScopeGroup();
    world.sync();
    world.source.group("g1", "jira-people", "u1", "u2", "u3");
    SyncRun run = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, run.mode());
    assertTrue(active("cy"));
    assertEquals(List.of("ann", "bob", "cy"), members());
    long writes = world.directory.writes();
    world.sync();
    assertEquals(writes, world.directory.writes());
  }

  @Test
  public void whoLeavesTheScopeIsDeactivated_andComesBack() {
    threePeopleTwoInTheScopeGroup();
    world.sync();
    for (boolean whole : new boolean[] {true, false}) {
      world.source.group("g1", "jira-people", "u1");
      SyncRun run = whole ? world.sync() : world.incremental();
      assertEquals(1, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
      assertFalse(active("bob"));
      assertEquals(
          "out-of-scope",
          world
              .journal
              .changes(run.id(), JournalQuery.all(0, 50))
              .values()
              .get(0)
              .change()
              .row()
              .reason());
      world.source.group("g1", "jira-people", "u1", "u2");
      if (whole) {
        world.sync();
      } else {
        world.incremental();
      }
      assertTrue(active("bob"));
    }
  }

  @Test
  public void theThreeEventsHaveThreePolicies() {
    world.source.person("u1", "ann").person("u2", "bob").person("u3", "cy");
    world.source.group("g1", "jira-people", "u1", "u2", "u3");
    scope("{\"people\":\"groups\",\"groups\":[\"g1\"]}");
    world.change(
        "{\"leavers\":{\"outOfScope\":\"keep\",\"inactive\":\"deactivate\",\"notFound\":\"keep\"}}");
    world.sync();
    world.source.group("g1", "jira-people");
    world.source.status("u2", "SUSPENDED");
    world.source.deletePerson("u3");
    world.sync();
    assertTrue("out of scope", active("ann"));
    assertFalse("inactive comes first, in scope or not", active("bob"));
    assertTrue("not found", active("cy"));
    world.change(
        "{\"leavers\":{\"outOfScope\":\"deactivate\",\"inactive\":\"keep\",\"notFound\":\"keep\"}}");
    world.sync();
    assertFalse(active("ann"));
    world.change("{\"leavers\":{\"notFound\":\"deactivate\"}}");
    world.sync();
    assertFalse(active("cy"));
  }

  @Test
  public void aStatusMayHaveAPolicyOfItsOwn() {
    world.source.person("u1", "ann").person("u2", "bob");
    world.change("{\"leavers\":{\"byStatus\":[{\"status\":\"SUSPENDED\",\"policy\":\"keep\"}]}}");
    world.sync();
    world.source.status("u1", "SUSPENDED").status("u2", "DEPROVISIONED");
    world.incremental();
    assertTrue(active("ann"));
    assertFalse(active("bob"));
  }

  @Test
  public void nobodyLeavesByAnIncompleteScope() {
    threePeopleTwoInTheScopeGroup();
    world.sync();
    world.source.breakUsers(true);
    for (boolean whole : new boolean[] {true, false}) {
      SyncRun run = whole ? world.sync() : world.incremental();
      assertEquals(RunState.PARTIAL, run.state());
      assertTrue(active("ann") && active("bob"));
    }
  }

  @Test
  public void nobodyLeavesWhenThoseOutsideCannotBeAskedFor() {
    threePeopleTwoInTheScopeGroup();
    world.sync();
    world.source.group("g1", "jira-people", "u1");
    SourceException down =
        new SourceException(SourceException.Kind.RETRY, Message.of("okta-timeout"), null);
    world.source.lookupsFail(down);
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertTrue(active("bob"));
    world.source.lookupsFail(null);
    world.sync();
    assertFalse(active("bob"));
  }

  @Test
  public void aSearchThatLagsBehindTakesNobodyAway() {
    world.source.person("u1", "ann").person("u2", "bob");
    world
        .source
        .attribute("u1", "profile.department", "R")
        .attribute("u2", "profile.department", "R");
    scope("{\"people\":\"search\",\"expression\":\"profile.department eq \\\"R\\\"\"}");
    world.sync();
    world.source.lag("u2");
    for (boolean whole : new boolean[] {true, false}) {
      SyncRun run = whole ? world.sync() : world.incremental();
      assertEquals(1, run.counts().get(EntityKind.USER, Tally.SKIPPED));
      assertTrue(active("bob"));
    }
    world.source.lag();
    world.source.attribute("u2", "profile.department", "S");
    world.incremental();
    assertFalse(active("bob"));
  }

  @Test
  public void usersOfAnApplicationAreAScope() {
    world.source.person("u1", "ann").person("u2", "bob").assign("0oaJira", "u1");
    scope("{\"people\":\"application\",\"application\":\"0oaJira\"}");
    world.sync();
    assertTrue(active("ann"));
    assertFalse(exists("bob"));
    world.source.assign("0oaJira", "u2").unassign("0oaJira", "u1");
    world.incremental();
    assertTrue(active("bob"));
    assertFalse(active("ann"));
  }

  @Test
  public void statusesThatAreNotWantedAreOutOfScope() {
    world.source.person("u1", "ann").person("u2", "bob").status("u2", "LOCKED_OUT");
    scope("{\"statuses\":[\"ACTIVE\"]}");
    world.sync();
    assertTrue(active("ann"));
    assertFalse(exists("bob"));
    world.source.status("u1", "LOCKED_OUT");
    world.incremental();
    assertFalse(active("ann"));
  }

  @Test
  public void excludedPeopleAreNeverTouched() {
    world.source.person("u1", "svc-backup").person("u2", "ann");
    world.source.group("g2", "team", "u1", "u2");
    world.sync();
    scope("{\"excluded\":[\"SVC-*\",\"boss@example.com\"]}");
    world.source.person("u3", "boss");
    world.source.status("u1", "DEPROVISIONED");
    world.source.group("g2", "team", "u2");
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(before, world.directory.writes());
    assertTrue(active("svc-backup"));
    assertFalse(exists("boss"));
    assertEquals(List.of("ann", "svc-backup"), members());
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.SKIPPED));
  }

  @Test
  public void somebodyOutOfScopeMayLeaveTheirGroupsAndStayActive() {
    threePeopleTwoInTheScopeGroup();
    world.source.group("g3", "kept", "u1", "u2");
    world.change("{\"leavers\":{\"outOfScope\":\"remove-groups\",\"keepGroups\":[\"kep*\"]}}");
    world.sync();
    world.source.group("g1", "jira-people", "u1");
    world.incremental();
    assertTrue(active("bob"));
    assertEquals(List.of("ann"), members());
    assertEquals(2, world.directory.world().membersOf(new GroupName("kept")).size());
    long writes = world.directory.writes();
    world.sync();
    assertEquals(writes, world.directory.writes());
    world.source.group("g1", "jira-people", "u1", "u2");
    world.sync();
    assertEquals(List.of("ann", "bob"), members());
  }

  @Test
  public void anAdministratorOutOfScopeKeepsAccountAndGroups() {
    threePeopleTwoInTheScopeGroup();
    world.sync();
    world.administrators.add("bob");
    world.source.group("g1", "jira-people", "u1");
    world.change("{\"leavers\":{\"outOfScope\":\"remove-groups\"}}");
    world.sync();
    assertEquals(List.of("ann", "bob"), members());
    world.change("{\"leavers\":{\"outOfScope\":\"deactivate\"}}");
    world.sync();
    assertTrue(active("bob"));
  }

  @Test
  public void aScopeThatWouldRemoveEverybodyIsHeld() {
    SyncWorld guarded = SyncWorld.guarded();
    String[] everybody = new String[100];
    for (int i = 0; i < 100; i++) {
      guarded.source.person("u" + i, "person" + i);
      everybody[i] = "u" + i;
    }
    guarded.source.group("g1", "few", "u1", "u2");
    guarded.sync();
    guarded.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g1\"]}}");
    SyncRun run = guarded.sync();
    assertEquals(RunState.HELD, run.state());
  }

  @Test
  public void deletionWaitsForPeopleOutOfScopeAsForOthers() {
    threePeopleTwoInTheScopeGroup();
    world.change("{\"leavers\":{\"outOfScope\":\"delete\",\"deleteAfterDays\":30}}");
    world.sync();
    world.source.group("g1", "jira-people", "u1");
    world.sync();
    assertFalse(active("bob"));
    assertTrue(exists("bob"));
    world.passHours(24 * 31);
    world.sync();
    assertFalse(exists("bob"));
  }

  @Test
  public void membershipsOfPeopleOutsideAreNotPlanned() {
    threePeopleTwoInTheScopeGroup();
    SyncRun run = world.sync();
    assertEquals(2, run.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(4, run.counts().get(EntityKind.MEMBERSHIP, Tally.ADDED));
    assertEquals(
        2,
        world.linksOf(EntityKind.USER).stream()
            .map(link -> link.externalId())
            .filter(id -> !id.equals(new ExternalId("u3")))
            .count());
  }
}
