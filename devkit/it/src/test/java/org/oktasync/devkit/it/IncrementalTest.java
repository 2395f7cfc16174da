package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.oktasync.devkit.oktaorg.Change.Kind.ADD_MEMBER;
import static org.oktasync.devkit.oktaorg.Change.Kind.DELETE_USER;
import static org.oktasync.devkit.oktaorg.Change.Kind.REMOVE_MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Change;
import org.oktasync.devkit.oktaorg.Churn;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Runs that look at what changed, over HTTP: they cost little and end where a full run ends. */
public class IncrementalTest {
  private Lab lab;
  private long connection;

  @Before
  public void settle() throws Exception {
    lab = new Lab("--users", "300", "--groups", "24", "--seed", "11", "--clean");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    lab.okta.requests().clear();
  }

  @After
  public void end() throws Exception {
    lab.close();
  }

  private JsonNode incremental() {
    JsonNode run = lab.incremental(connection);
    assertEquals(run.toString(), "incremental", run.path("mode").asText());
    return run;
  }

  /** Everything in Jira, through Jira's own calls. */
  private Map<String, String> jira() {
    Map<String, String> all = new TreeMap<>();
    lab.jira.users().forEach((name, user) -> all.put("user " + name, shown(user)));
    for (String group : lab.jira.groups()) {
      all.put("group " + group, new TreeSet<>(lab.jira.members(group)).toString());
    }
    return all;
  }

  private static String shown(JsonNode user) {
    return user.path("displayName").asText()
        + " "
        + user.path("emailAddress").asText()
        + " "
        + user.path("active").asText();
  }

  /** Another run that looks at everything finds nothing to do. */
  private void assertAsAfterAFullRun() {
    Map<String, String> before = jira();
    JsonNode full = lab.sync(connection);
    assertEquals(full.toString(), before, jira());
    assertEquals(full.toString(), 0, full.path("written").path("directory").asInt());
  }

  private List<Group> ordinaryGroups() {
    return lab.okta.directory().groups().stream()
        .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
        .toList();
  }

  /** Those of whom it is certain that they have an account. */
  private List<User> plainMembers(Group group) {
    return lab.okta.directory().members(group.id()).stream()
        .filter(user -> user.status() == UserStatus.ACTIVE)
        .filter(user -> user.login().matches("[a-z]+[.][a-z]+@[a-z.]+"))
        .toList();
  }

  @Test
  public void aQuietCycleIsThreeCalls() {
    JsonNode run = incremental();
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(3, lab.okta.requests().count());
    assertEquals(3, run.path("source").path("calls").asInt());
  }

  @Test
  public void sixMoversCostAHandfulOfCalls() {
    List<Change> moves = new ArrayList<>();
    Group from =
        ordinaryGroups().stream().filter(g -> plainMembers(g).size() >= 6).findFirst().get();
    Group to = ordinaryGroups().stream().filter(g -> !g.equals(from)).findFirst().get();
    for (User user : plainMembers(from).subList(0, 6)) {
      moves.add(new Change(REMOVE_MEMBER, user.id(), from.id(), null, null, null));
      moves.add(new Change(ADD_MEMBER, user.id(), to.id(), null, null, null));
    }
    lab.okta.history().play(moves);
    lab.okta.requests().clear();

    JsonNode run = incremental();

    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(6, run.path("counts").path("memberships").path("removed").asInt());
    long calls = lab.okta.requests().count();
    assertTrue(calls + " calls", calls <= 10);
    assertAsAfterAFullRun();
  }

  @Test
  public void whoIsDeletedBehindALogThatIsNotReadToItsEndIsFound() {
    Group group =
        ordinaryGroups().stream().filter(g -> plainMembers(g).size() >= 6).findFirst().get();
    List<User> plain = plainMembers(group);
    // The first may be the administrator whose token is used.
    User deleted = plain.get(plain.size() - 1);
    leaveAllGroups(deleted);
    assertEquals("SUCCEEDED", incremental().path("state").asText());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 3_400; i++) {
      User other = plain.get(i / 2 % (plain.size() - 1));
      Change.Kind kind = i % 2 == 0 ? REMOVE_MEMBER : ADD_MEMBER;
      changes.add(new Change(kind, other.id(), group.id(), null, null, null));
    }
    changes.add(new Change(DELETE_USER, deleted.id(), null, null, null, null));
    lab.okta.history().play(changes);
    lab.okta.requests().clear();

    JsonNode run = incremental();

    assertEquals(run.toString(), 1, run.path("counts").path("users").path("deactivated").asInt());
    assertEquals("false", lab.jira.users().get(deleted.login()).path("active").asText());
    assertTrue(lab.okta.requests().count() + " calls", lab.okta.requests().count() <= 8);
    assertAsAfterAFullRun();
  }

  /**
   * Whoever is in a group that changes is found missing there; only the log tells of the others.
   */
  private void leaveAllGroups(User user) {
    List<Change> changes =
        ordinaryGroups().stream()
            .filter(group -> lab.okta.directory().members(group.id()).contains(user))
            .map(group -> new Change(REMOVE_MEMBER, user.id(), group.id(), null, null, null))
            .toList();
    lab.okta.history().play(changes);
  }

  @Test
  public void historiesByChanceEndWhereAFullRunEnds() {
    for (long seed = 1; seed <= 4; seed++) {
      List<Change> done = lab.okta.churn().make(12, seed, Churn.EVERYDAY);
      // Small groups lose many of theirs at once.
      JsonNode run = lab.approved(incremental());
      String what = "seed " + seed + " " + done + " " + run;
      assertEquals(what, "SUCCEEDED", run.path("state").asText());
    }
    assertAsAfterAFullRun();
  }

  @Test
  public void eventsThatAreLateDoubledOrLostAreMadeUpForByTheNumbers() {
    lab.okta.faults().arm(Fault.EVENT_LOST, ".*membership.*", 3, 0);
    lab.okta.faults().arm(Fault.EVENT_TWICE, ".*", 5, 0);
    lab.okta.faults().arm(Fault.EVENT_LATE, ".*membership.*", 3, 3600);
    lab.okta.churn().make(25, 77, Churn.EVERYDAY);
    lab.okta.faults().clear();
    incremental();
    assertAsAfterAFullRun();
  }

  @Test
  public void withoutALogMembersAreComparedGroupByGroup() {
    lab.okta.faults().arm(Fault.FORBIDDEN, ".*/logs.*", -1, 0);
    lab.okta.churn().make(15, 5, Churn.EVERYDAY);
    JsonNode run = lab.approved(incremental());
    assertEquals("log-unreadable", run.path("notices").path(0).path("code").asText());
    lab.okta.requests().clear();
    incremental();
    Map<String, Long> asked = lab.okta.requests().matching(".*/logs.*");
    assertEquals("the log is not asked for in vain again", Map.of(), asked);
    lab.okta.faults().clear();
  }

  @Test
  public void aServerThatDatesNothingIsReadWhole() throws Exception {
    try (Lab dateless = new Lab("--users", "30", "--groups", "4", "--clean")) {
      dateless.okta.faults().arm(Fault.NO_DATE, ".*", -1, 0);
      long there = dateless.connect();
      dateless.sync(there);
      JsonNode run = dateless.incremental(there);
      assertEquals(run.toString(), "full", run.path("mode").asText());
    }
  }

  @Test
  public void aListOfChangesThatBreaksOffMovesNoToken() {
    lab.okta.churn().make(6, 9, Churn.EVERYDAY);
    lab.okta.faults().arm(Fault.STATUS_500, ".*/groups[?].*", -1, 0);
    assertEquals("FAILED", lab.incremental(connection).path("state").asText());
    lab.okta.faults().clear();
    incremental();
    assertAsAfterAFullRun();
  }
}
