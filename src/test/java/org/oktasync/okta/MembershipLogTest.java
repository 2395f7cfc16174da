package org.oktasync.okta;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;

public class MembershipLogTest {
  private final MembershipLog log = new MembershipLog();

  private static LogEvent event(String uuid, String type, String user, String... groups) {
    return new LogEvent(uuid, type, true, List.of(user), List.of(groups));
  }

  private static Set<ExternalId> ids(String... ids) {
    return Set.of(ids).stream().map(ExternalId::new).collect(java.util.stream.Collectors.toSet());
  }

  @Test
  public void theLastWordAboutAMembershipCounts() {
    log.take(event("1", LogEvent.ADDED, "ann", "g"));
    log.take(event("2", LogEvent.REMOVED, "ann", "g"));
    log.take(event("3", LogEvent.REMOVED, "bob", "g"));
    log.take(event("4", LogEvent.ADDED, "bob", "g"));
    assertEquals(new MemberChanges(ids("bob"), ids("ann")), log.changes("g"));
    assertEquals(0, log.net("g"));
    assertEquals(Set.of("g"), log.groups());
  }

  @Test
  public void anEventThatComesTwiceCountsOnce_andAnAttemptDoesNotCount() {
    log.take(event("1", LogEvent.ADDED, "ann", "g"));
    log.take(event("2", LogEvent.REMOVED, "ann", "g"));
    log.take(event("1", LogEvent.ADDED, "ann", "g"));
    log.take(new LogEvent("3", LogEvent.ADDED, false, List.of("bob"), List.of("g")));
    assertEquals(new MemberChanges(Set.of(), ids("ann")), log.changes("g"));
  }

  @Test
  public void deletionsOutliveMembersThatAreDropped() {
    log.take(event("1", LogEvent.ADDED, "ann", "g"));
    log.take(event("2", LogEvent.USER_DELETED, "bob"));
    log.take(new LogEvent("3", LogEvent.GROUP_DELETED, true, List.of(), List.of("h")));
    log.take(event("4", "user.session.start", "cid", "k"));
    log.dropMembers();
    assertEquals(Set.of(), log.groups());
    assertEquals(ids("bob"), log.deletedUsers());
    assertEquals(ids("h"), log.deletedGroups());
  }

  @Test
  public void targetsAreToldApartByTypeAndNotByPlace() throws IOException {
    String json =
        "{\"target\":[{\"type\":\"UserGroup\",\"id\":\"g\",\"detailEntry\":{\"a\":[1]}},"
            + "{\"id\":\"ann\",\"type\":\"User\"},{\"id\":\"app\",\"type\":\"AppInstance\"}],"
            + "\"outcome\":{\"result\":\"SUCCESS\",\"reason\":null},\"debugContext\":{\"x\":{}},"
            + "\"uuid\":\"1\",\"eventType\":\"group.user_membership.add\"}";
    assertEquals(
        new LogEvent(
            "1",
            LogEvent.ADDED,
            true,
            List.of("ann"),
            List.of("g"),
            List.of(new LogEvent.Target("AppInstance", "app"))),
        parse(json));
    assertEquals(false, parse(json.replace("SUCCESS", "FAILURE")).succeeded());
    assertEquals(null, parse(json.replace("\"uuid\"", "\"other\"")));
  }

  private static LogEvent parse(String json) throws IOException {
    try (var parser = new com.fasterxml.jackson.core.JsonFactory().createParser(json)) {
      parser.nextToken();
      return new LogEventParser().parse(parser);
    }
  }
}
