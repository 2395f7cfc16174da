package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.SourceGroup;
import org.oktasync.source.SyncScope;

/** How the members of changed groups are learnt: from the log or by reading their lists. */
public class DeltaMembersTest {
  private static final String BEFORE = "2026-03-01T07:00:00.000Z";
  private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");
  private static final String AFTER = "2026-03-01T08:01:00.000Z";
  private static final ExternalId ANN = new ExternalId("ann");

  private final MembershipLog log = new MembershipLog();
  private final DeltaMembers members =
      new DeltaMembers(
          new OktaToken(
              SINCE,
              "",
              Map.of("g", 10L, "s", 4L, "all", 90L),
              Map.of("s", AFTER),
              List.of("u"),
              Set.of()),
          new SyncScope(true, true));

  private void group(String id, String type, String changed, long stated) {
    OptionalLong count = stated < 0 ? OptionalLong.empty() : OptionalLong.of(stated);
    ExternalId key = new ExternalId(id);
    members.add(new ChangedGroup(new SourceGroup(key, type, id, "", count), changed));
  }

  private void group(String id, String changed, long stated) {
    group(id, "OKTA_GROUP", changed, stated);
  }

  private void joins(String group) {
    log.take(new LogEvent("e" + group, LogEvent.ADDED, true, List.of("ann"), List.of(group)));
  }

  private List<String> read(boolean logRead) {
    members.decide(log, logRead, Set.of(ANN));
    return members.toRead().stream().map(MemberList::group).toList();
  }

  private static MemberChanges annJoins() {
    return new MemberChanges(Set.of(ANN), Set.of());
  }

  @Test
  public void theLogIsBelievedWhenTheNumberFits() {
    group("g", AFTER, 11);
    joins("g");
    assertEquals(List.of(), read(true));
    assertEquals(Map.of("g", annJoins()), members.changes());
  }

  @Test
  public void eventsInTheWrongOrderAreNotBelieved_whateverTheNumberSays() {
    group("g", AFTER, 10);
    for (String person : List.of("ann", "bob")) {
      boolean joined = person.equals("bob");
      change("08:00:02", joined ? LogEvent.ADDED : LogEvent.REMOVED, person);
      change("08:00:01", joined ? LogEvent.REMOVED : LogEvent.ADDED, person);
    }
    assertEquals(List.of("g"), read(true));
    assertEquals(Map.of(), members.changes());
  }

  private void change(String time, String type, String person) {
    String published = "2026-03-01T" + time + "Z";
    log.take(
        new LogEvent(
            published, person + time, type, true, List.of(person), List.of("g"), List.of()));
  }

  private void leave(String group, int people) {
    for (int i = 0; i < people; i++) {
      List<String> person = List.of("p" + i);
      log.take(new LogEvent("l" + group + i, LogEvent.REMOVED, true, person, List.of(group)));
    }
  }

  @Test
  public void whoLeavesIsAskedForByIdOrFoundInTheList_whicheverCostsFewerCalls() {
    leave("g", 1);
    group("g", AFTER, 9);
    assertEquals(List.of(), read(true));
    leave("s", 2);
    group("s", AFTER, 2);
    assertEquals("one page for two people", List.of("s"), read(true));
  }

  @Test
  public void aLongListIsNotReadForTheFewWhoLeaveIt() {
    DeltaMembers large =
        new DeltaMembers(
            new OktaToken(SINCE, "", Map.of("g", 3_002L), Map.of(), List.of(), Set.of()),
            new SyncScope(true, true));
    ExternalId key = new ExternalId("g");
    large.add(
        new ChangedGroup(
            new SourceGroup(key, "OKTA_GROUP", "g", "", OptionalLong.of(2_999)), AFTER));
    leave("g", 3);
    large.decide(log, true, Set.of());
    assertEquals("three pages, three people", List.of(), large.toRead());
  }

  @Test
  public void aNumberThatDoesNotFitLeadsToTheList() {
    group("g", AFTER, 12);
    joins("g");
    assertEquals(List.of("g"), read(true));
  }

  @Test
  public void aChangeThatTheLogDoesNotTellLeadsToTheList() {
    group("g", AFTER, 10);
    assertEquals(List.of("g"), read(true));
  }

  @Test
  public void aLogThatWasNotReadWholeIsNotBelieved() {
    group("g", AFTER, 11);
    joins("g");
    assertEquals(List.of("g"), read(false));
  }

  @Test
  public void aGroupWhoseMembersDidNotChangeIsNotRead() {
    group("g", BEFORE, 10);
    group("s", AFTER, 4);
    assertEquals(List.of(), read(true));
    assertEquals(new MemberChanges(Set.of(), Set.of()), members.changes().get("g"));
  }

  @Test
  public void aNumberThatChangedByItselfLeadsToTheList() {
    group("g", BEFORE, 9);
    assertEquals(List.of("g"), read(true));
  }

  @Test
  public void aNewGroupAndOneThatWasNotReadAreReadWhole() {
    group("n", BEFORE, 3);
    group("u", BEFORE, -1);
    assertEquals(List.of("n", "u"), read(true));
    assertEquals(Set.of("u", "g"), missing());
  }

  private Set<String> missing() {
    joins("g");
    DeltaMembers fresh =
        new DeltaMembers(
            new OktaToken(SINCE, "", Map.of(), Map.of(), List.of("u"), Set.of()),
            new SyncScope(true, true));
    return fresh.missing(log);
  }

  @Test
  public void aServerThatStatesNoNumbersIsBelieved() {
    DeltaMembers poor =
        new DeltaMembers(
            new OktaToken(SINCE, "", Map.of(), Map.of(), List.of(), Set.of()),
            new SyncScope(true, true));
    ExternalId key = new ExternalId("g");
    poor.add(
        new ChangedGroup(new SourceGroup(key, "OKTA_GROUP", "g", "", OptionalLong.empty()), AFTER));
    joins("g");
    poor.decide(log, true, Set.of());
    assertEquals(List.of(), poor.toRead());
    assertEquals(annJoins(), poor.changes().get("g"));
  }

  @Test
  public void whoeverChangedIsInTheGroupThatOktaFillsByItself() {
    group("all", "BUILT_IN", AFTER, 91);
    assertEquals(List.of(), read(true));
    assertEquals(annJoins(), members.changes().get("all"));
  }

  @Test
  public void whatItWouldCostIsKnownBefore() {
    group("g", AFTER, 2_500);
    group("n", AFTER, 10);
    group("s", AFTER, 9_000);
    assertEquals(3 + 1, members.callsToReadAll());
    assertEquals(2_490 + 8_996, members.leastEvents());
  }

  @Test
  public void aLogThatTellsOfManyWhoLeftIsNotFollowedFurther() {
    group("g", AFTER, 9);
    group("s", "2026-03-01T08:02:00.000Z", 4);
    leave("g", 2);
    assertFalse("as many calls as lists", members.listsAreCheaper(log));
    leave("g", 3);
    assertTrue("more than the lists of both groups", members.listsAreCheaper(log));
    joins("s");
    assertFalse("it saves the list of the other group", members.listsAreCheaper(log));
  }

  @Test
  public void theNextTokenKnowsTheNumbersOfNow() {
    group("g", AFTER, 11);
    assertEquals(Map.of("g", 11L, "all", 90L), members.countsNow(Set.of(new ExternalId("s"))));
    assertEquals(Map.of("g", AFTER), members.seenNow(SINCE));
    assertEquals(Map.of(), members.seenNow(SINCE.plusSeconds(600)));
  }
}
