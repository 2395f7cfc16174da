package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Change;
import org.oktasync.devkit.oktaorg.Churn;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * A server whose clock is an hour off, that miscounts, does not count at all, or changes while it
 * is read: incremental runs follow it all the same, leavers included.
 */
public class OddServerTest {
  private static final Set<String> OTHERS = Set.of("admin", "fred");

  private Lab lab;
  private long connection;

  @After
  public void end() throws Exception {
    lab.close();
  }

  private void open(String... words) throws Exception {
    lab = new Lab(words);
  }

  private JsonNode firstSync() {
    connection = lab.connect();
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    return run;
  }

  /** A run that looks at what changed, let go where a limit held it. */
  private JsonNode incremental() {
    JsonNode run = lab.incremental(connection);
    assertEquals(run.toString(), "incremental", run.path("mode").asText());
    if (run.path("state").asText().equals("HELD")) {
      lab.rest.post("/runs/" + run.path("id").asLong() + "/approve", "{}").expect(202);
      run = lab.await(run.path("id").asLong());
    }
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    return run;
  }

  private void assertInStep(String what) {
    InStep.assertSo(what, lab, connection, OTHERS);
  }

  private void assertAFullRunFindsNothing() {
    JsonNode full = lab.sync(connection);
    assertEquals(full.toString(), 0, full.path("written").path("directory").asInt());
  }

  private static Change change(Change.Kind kind, User user, Group group) {
    return new Change(kind, user.id(), group == null ? null : group.id(), null, null, null);
  }

  private Group ordinaryGroup() {
    return lab.okta.directory().groups().stream()
        .filter(group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null)
        .filter(group -> activeMembers(group).size() > 5)
        .findFirst()
        .orElseThrow();
  }

  /** The first person is the administrator whose token the connection uses. */
  private List<User> activeMembers(Group group) {
    String owner = lab.okta.directory().users().get(0).id();
    return lab.okta.directory().members(group.id()).stream()
        .filter(user -> user.status() == UserStatus.ACTIVE && !user.id().equals(owner))
        .toList();
  }

  @Test
  public void aClockAnHourAhead() throws Exception {
    followsWithAClockOff(Duration.ofHours(1));
  }

  @Test
  public void aClockAnHourBehind() throws Exception {
    followsWithAClockOff(Duration.ofHours(-1));
  }

  private void followsWithAClockOff(Duration ahead) throws Exception {
    open("--users", "60", "--groups", "8", "--clean", "--seed", "31");
    lab.okta.skewClock(ahead);
    firstSync();
    for (long seed = 1; seed <= 3; seed++) {
      List<Change> done = lab.okta.churn().make(8, seed, Churn.EVERYDAY);
      incremental();
      assertInStep("clock " + ahead + ", seed " + seed + " " + done);
    }
    assertAFullRunFindsNothing();
  }

  @Test
  public void aNumberOfMembersThatIsAlwaysThreeTooHigh() throws Exception {
    open("--users", "60", "--groups", "8", "--clean", "--seed", "32");
    Group group = ordinaryGroup();
    lab.okta.faults().arm(Fault.WRONG_COUNT, group.id(), -1, 3);
    JsonNode first = firstSync();
    assertTrue(first.toString(), first.path("notices").toString().contains("run-count-differs"));
    for (int round = 1; round <= 3; round++) {
      User leaver = activeMembers(group).get(0);
      User inactive = activeMembers(group).get(1);
      lab.okta.history().play(List.of(change(Change.Kind.REMOVE_MEMBER, leaver, group)));
      lab.okta.history().play(List.of(change(Change.Kind.DEACTIVATE, inactive, null)));
      JsonNode run = incremental();
      assertEquals(run.toString(), 1, run.path("counts").path("users").path("deactivated").asInt());
      assertInStep("round " + round);
    }
    lab.okta.requests().clear();
    incremental();
    assertEquals("a quiet cycle costs no more", 3, lab.okta.requests().count());
    assertAFullRunFindsNothing();
  }

  @Test
  public void noNumbersAtAll() throws Exception {
    open("--users", "60", "--groups", "8", "--clean", "--seed", "33");
    lab.okta.faults().arm(Fault.NO_STATS, ".*", -1, 0);
    firstSync();
    Group group = ordinaryGroup();
    List<User> members = activeMembers(group);
    lab.okta
        .history()
        .play(
            List.of(
                change(Change.Kind.REMOVE_MEMBER, members.get(0), group),
                change(Change.Kind.REMOVE_MEMBER, members.get(1), group),
                change(Change.Kind.DEACTIVATE, members.get(2), null),
                change(Change.Kind.DELETE_USER, members.get(3), null)));
    JsonNode run = incremental();
    JsonNode counts = run.path("counts");
    assertEquals(run.toString(), 2, counts.path("users").path("deactivated").asInt());
    assertTrue(run.toString(), counts.path("memberships").path("removed").asInt() >= 2);
    assertInStep("without numbers");
    assertAFullRunFindsNothing();
  }

  @Test
  public void whatChangesWhileItIsReadIsMadeUpFor() throws Exception {
    open("--users", "60", "--groups", "8", "--clean", "--seed", "34", "--page-size-cap", "20");
    firstSync();
    for (int round = 1; round <= 3; round++) {
      lab.okta.faults().arm(Fault.CHURN, ".*/(users|groups).*", 8, 1);
      JsonNode run = round == 2 ? lab.incremental(connection) : lab.sync(connection);
      lab.okta.faults().clear();
      Set<String> ends = Set.of("SUCCEEDED", "PARTIAL", "HELD");
      assertTrue(run.toString(), ends.contains(run.path("state").asText()));
      JsonNode next = lab.sync(connection);
      if (next.path("state").asText().equals("HELD")) {
        lab.rest.post("/runs/" + next.path("id").asLong() + "/approve", "{}").expect(202);
        lab.await(next.path("id").asLong());
      }
      assertInStep("round " + round);
    }
    assertAFullRunFindsNothing();
  }
}
