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

  private void at(String time, String type, String user, String group) {
    String published = "2026-03-01T08:00:" + time + "Z";
    log.take(new LogEvent(published, time, type, true, List.of(user), List.of(group), List.of()));
  }

  @Test
  public void aMembershipWhoseEventsComeInTheWrongOrderPutsItsGroupInDoubt() {
    at("05.001", LogEvent.REMOVED, "ann", "g");
    at("05.000", LogEvent.ADDED, "ann", "g");
    at("07.000", LogEvent.ADDED, "bob", "h");
    at("08.000", LogEvent.REMOVED, "bob", "h");
    at("06.000", LogEvent.REMOVED, "bob", "h");
    at("09.000", LogEvent.ADDED, "cid", "h");
    assertEquals(true, log.inDoubt("g"));
    assertEquals(false, log.inDoubt("h"));
    log.dropMembers();
    assertEquals(false, log.inDoubt("g"));
  }

  @Test
  public void eventsOfOneMomentThatSayDifferentThingsPutTheirGroupInDoubt() {
    log.take(event("1", LogEvent.ADDED, "ann", "g"));
    log.take(event("2", LogEvent.REMOVED, "ann", "g"));
    assertEquals("without times their order counts", false, log.inDoubt("g"));
    LogEvent first =
        new LogEvent("t", "3", LogEvent.ADDED, true, List.of("ann"), List.of("h"), List.of());
    LogEvent second =
        new LogEvent("t", "4", LogEvent.REMOVED, true, List.of("ann"), List.of("h"), List.of());
    log.take(first);
    log.take(second);
    assertEquals(true, log.inDoubt("h"));
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
        "{\"published\":\"2026-03-01T08:00:00.123Z\",\"target\":[{\"type\":\"UserGroup\",\"id\":\"g\",\"detailEntry\":{\"a\":[1]}},"
            + "{\"id\":\"ann\",\"type\":\"User\"},{\"id\":\"app\",\"type\":\"AppInstance\"}],"
            + "\"outcome\":{\"result\":\"SUCCESS\",\"reason\":null},\"debugContext\":{\"x\":{}},"
            + "\"uuid\":\"1\",\"eventType\":\"group.user_membership.add\"}";
    assertEquals(
        new LogEvent(
            "2026-03-01T08:00:00.123Z",
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
