package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;

/** What every link registry keeps to. */
public abstract class LinkRegistryContract {
  private static final long CONNECTION = 3;

  /** The registry under test, empty. */
  protected abstract LinkRegistry registry();

  @Test
  public void storesLinksAsTheyAre() {
    Link account =
        Link.ofAccount(
            CONNECTION, id("u1"), 10, new AccountName("Ann"), "JIRAUSER1", Link.Origin.CREATED);
    Link group =
        Link.ofGroup(CONNECTION, id("g1"), 10, new GroupName("Staff"), Link.Origin.ADOPTED);

    registry().store(List.of(account, group));

    Link stored = find(EntityKind.USER, "u1").orElseThrow();
    assertTrue(stored.id() > 0);
    assertEquals(account, withoutId(stored));
    assertEquals(group, withoutId(find(EntityKind.GROUP, "g1").orElseThrow()));
    assertEquals(Optional.of(stored), registry().find(stored.id()));
    assertEquals(Optional.empty(), registry().find(stored.id() + 1000));
  }

  @Test
  public void everyLinkIsCalledWith_howeverManyThereAre() {
    registry().store(IntStream.range(0, 4_321).mapToObj(i -> user("u" + i, "person" + i)).toList());
    registry().store(List.of(other("x", "bob")));
    List<Link> called = new ArrayList<>();
    registry().each(CONNECTION, EntityKind.USER, called::add);
    called.sort(Comparator.comparing(Link::externalId));
    assertEquals(links(EntityKind.USER), called);
    assertEquals(4_321, called.size());
  }

  @Test
  public void connectionsAndKindsAreApart() {
    registry().store(List.of(user("x", "ann"), other("x", "bob")));

    assertEquals("ann", find(EntityKind.USER, "x").orElseThrow().name());
    assertEquals(Optional.empty(), find(EntityKind.GROUP, "x"));
    assertEquals(1, links(EntityKind.USER).size());
    assertEquals(1, registry().count(CONNECTION, EntityKind.USER));
    assertEquals(0, registry().count(CONNECTION, EntityKind.GROUP));
  }

  @Test
  public void linksAreFoundByNameInAnyCase() {
    registry().store(List.of(user("x", "Ann Lee"), user("y", "ann"), other("z", "bob")));

    assertEquals(
        Optional.of("x"),
        registry()
            .findByName(CONNECTION, EntityKind.USER, "ANN LEE")
            .map(link -> link.externalId().value()));
    assertEquals(Optional.empty(), registry().findByName(CONNECTION, EntityKind.USER, "bob"));
    assertEquals(Optional.empty(), registry().findByName(CONNECTION, EntityKind.GROUP, "ann"));
  }

  @Test
  public void somebodyIsAskedAboutOnceInAWhile_whateverElseIsStored() {
    registry().store(List.of(user("x", "ann")));
    Link link = find(EntityKind.USER, "x").orElseThrow();
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    assertTrue(registry().claimLook(link.id(), noon, noon.minusSeconds(600)));
    assertFalse(registry().claimLook(link.id(), noon.plusSeconds(9), noon.minusSeconds(591)));
    registry().store(List.of(link.renamed("anne")));
    assertFalse(registry().claimLook(link.id(), noon.plusSeconds(600), noon));
    assertTrue(registry().claimLook(link.id(), noon.plusSeconds(601), noon.plusSeconds(1)));
    assertFalse(registry().claimLook(link.id() + 1000, noon, noon));
  }

  @Test
  public void upperAndLowerCaseAreDifferentIds() {
    registry().store(List.of(user("00uA", "ann"), user("00ua", "bob")));
    registry().store(List.of(user("00ua", "rob")));

    assertEquals("ann", find(EntityKind.USER, "00uA").orElseThrow().name());
    assertEquals("rob", find(EntityKind.USER, "00ua").orElseThrow().name());
    assertEquals(Optional.empty(), find(EntityKind.USER, "00UA"));
  }

  @Test
  public void anExistingLinkIsReplacedAndKeepsItsRowId() {
    registry().store(List.of(user("x", "ann")));
    Link before = find(EntityKind.USER, "x").orElseThrow();

    registry().store(List.of(before.renamed("anna").withUserKey("key"), user("y", "bob")));

    assertEquals(
        Optional.of(before.renamed("anna").withUserKey("key")), find(EntityKind.USER, "x"));
    assertEquals(2, links(EntityKind.USER).size());
  }

  @Test
  public void whenAnAccountWasDeactivatedIsKeptAndForgotten() {
    Instant then = Instant.parse("2026-02-03T04:05:06Z");
    registry().store(List.of(user("x", "ann").deactivated(then), user("y", "bob")));

    assertEquals(then, find(EntityKind.USER, "x").orElseThrow().deactivatedAt());
    assertNull(find(EntityKind.USER, "y").orElseThrow().deactivatedAt());

    registry().store(List.of(user("x", "ann"), user("y", "bob").deactivated(then)));

    assertNull(find(EntityKind.USER, "x").orElseThrow().deactivatedAt());
    assertEquals(then, links(EntityKind.USER).get(1).deactivatedAt());
  }

  @Test
  public void theLastOfTwoLinksOfOneSourceCounts() {
    registry().store(List.of(user("x", "ann"), user("x", "bob")));

    assertEquals(List.of("bob"), links(EntityKind.USER).stream().map(Link::name).toList());
  }

  @Test
  public void linksComeInTheOrderOfTheirSourceIds() {
    List<String> ids = new ArrayList<>(List.of("00uB", "00ua", "00u1", "00u_", "00uA", "00ub"));
    long seed = 20260301;
    Collections.shuffle(ids, new Random(seed));

    registry().store(ids.stream().map(id -> user(id, "n" + id)).toList());

    assertEquals(
        "seed " + seed,
        List.of("00u1", "00uA", "00uB", "00u_", "00ua", "00ub"),
        links(EntityKind.USER).stream().map(link -> link.externalId().value()).toList());
  }

  @Test
  public void manyLinksAreStoredAtOnce() {
    registry().store(List.of(user("u7", "before")));

    registry().store(IntStream.range(0, 2000).mapToObj(i -> user("u" + i, "name" + i)).toList());

    assertEquals(2000, links(EntityKind.USER).size());
    assertEquals("name7", find(EntityKind.USER, "u7").orElseThrow().name());
  }

  @Test
  public void aReleasedLinkIsForgottenWithItsMembers() {
    registry().store(List.of(group("g", "staff"), group("h", "sales")));
    Link link = find(EntityKind.GROUP, "g").orElseThrow();
    registry().noteAdded(link.id(), List.of(id("u1")));

    registry().release(link.id());

    assertEquals(Optional.empty(), registry().find(link.id()));
    assertEquals(Set.of(), registry().addedMembers(link.id()));
    assertEquals(1, links(EntityKind.GROUP).size());
  }

  @Test
  public void releaseAllLeavesOtherConnectionsAlone() {
    registry().store(IntStream.range(0, 1100).mapToObj(i -> user("u" + i, "name" + i)).toList());
    registry().store(List.of(group("g", "staff"), other("x", "bob")));
    long groupLink = find(EntityKind.GROUP, "g").orElseThrow().id();
    registry().noteAdded(groupLink, List.of(id("u1")));

    registry().releaseAll(CONNECTION);

    assertEquals(List.of(), links(EntityKind.USER));
    assertEquals(List.of(), links(EntityKind.GROUP));
    assertEquals(Set.of(), registry().addedMembers(groupLink));
    assertTrue(registry().find(CONNECTION + 1, EntityKind.USER, id("x")).isPresent());
  }

  @Test
  public void searchFindsBeginningsOfNamesAndWholeSourceIds() {
    registry()
        .store(
            List.of(
                user("u1", "Bea"), user("u2", "anna"), user("u3", "Ann_b"), group("g1", "Annex")));

    assertEquals(
        List.of("Annex", "Ann_b", "anna", "Bea"), names(registry().search(CONNECTION, "", 0, 9)));
    assertEquals(
        List.of("Annex", "Ann_b", "anna"), names(registry().search(CONNECTION, "aNn", 0, 9)));
    assertEquals(List.of("Ann_b"), names(registry().search(CONNECTION, "ann_", 0, 9)));
    assertEquals(List.of("anna"), names(registry().search(CONNECTION, "u2", 0, 9)));
    assertEquals(List.of(), names(registry().search(CONNECTION, "u", 0, 9)));
    Page<Link> page = registry().search(CONNECTION, "", 1, 2);
    assertEquals(4, page.total());
    assertEquals(List.of("Ann_b", "anna"), names(page));
  }

  @Test
  public void remembersWhoWasAddedByTheProduct() {
    registry().noteAdded(1, List.of(id("a"), id("b"), id("a")));
    registry().noteAdded(1, List.of(id("b"), id("A")));
    registry().noteAdded(2, List.of(id("c")));
    assertEquals(Set.of(id("a"), id("A"), id("b")), registry().addedMembers(1));

    registry().forgetAdded(1, List.of(id("a"), id("never")));
    registry().noteAdded(1, List.of());
    registry().forgetAdded(1, List.of());

    assertEquals(Set.of(id("A"), id("b")), registry().addedMembers(1));
    assertEquals(Set.of(id("c")), registry().addedMembers(2));
  }

  private Optional<Link> find(EntityKind kind, String id) {
    return registry().find(CONNECTION, kind, id(id));
  }

  @Test
  public void whoWaitsIsFound_andStoredAsTheyWere() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    registry()
        .store(
            List.of(
                user("b", "bob").leaving(noon),
                user("a", "ann").leaving(noon.minusSeconds(60)),
                user("c", "cy").leaving(noon.plusSeconds(60)),
                user("d", "dan"),
                other("e", "eve").leaving(noon)));
    assertEquals(noon, find(EntityKind.USER, "b").orElseThrow().leavingSince());
    assertEquals(List.of(id("a"), id("b")), registry().leavingSince(CONNECTION, noon));
    assertEquals(List.of(), registry().leavingSince(CONNECTION, noon.minusSeconds(61)));
    registry().store(List.of(find(EntityKind.USER, "a").orElseThrow().leaving(null)));
    registry().store(List.of(find(EntityKind.USER, "b").orElseThrow().deactivated(noon)));
    assertEquals(List.of(), registry().leavingSince(CONNECTION, noon));
    assertNull(find(EntityKind.USER, "b").orElseThrow().leavingSince());
  }

  @Test
  public void ofSeveralWhoWouldWarnSomebodyOneDoes_untilTheyWaitAnew() {
    registry().store(List.of(user("x", "ann")));
    Link link = find(EntityKind.USER, "x").orElseThrow();
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    assertTrue(registry().claimWarning(link.id(), noon.plusSeconds(1), noon));
    assertFalse(registry().claimWarning(link.id(), noon.plusSeconds(2), noon));
    assertTrue("looks are others", registry().claimLook(link.id(), noon, noon));
    registry().store(List.of(link.leaving(noon)));
    assertFalse(registry().claimWarning(link.id(), noon.plusSeconds(3), noon));
    assertTrue(registry().claimWarning(link.id(), noon.plusSeconds(90), noon.plusSeconds(60)));
    assertFalse(registry().claimWarning(link.id() + 1000, noon, noon));
  }

  private List<Link> links(EntityKind kind) {
    List<Link> links = new ArrayList<>();
    try (Cursor<Link> cursor = registry().links(CONNECTION, kind)) {
      cursor.forEachRemaining(links::add);
    }
    return links;
  }

  private static List<String> names(Page<Link> page) {
    return page.values().stream().map(Link::name).toList();
  }

  private static ExternalId id(String value) {
    return new ExternalId(value);
  }

  private static Link user(String id, String name) {
    return Link.ofAccount(CONNECTION, id(id), 10, new AccountName(name), "", Link.Origin.CREATED);
  }

  private static Link group(String id, String name) {
    return Link.ofGroup(CONNECTION, id(id), 10, new GroupName(name), Link.Origin.CREATED);
  }

  private static Link other(String id, String name) {
    return Link.ofAccount(
        CONNECTION + 1, id(id), 10, new AccountName(name), "", Link.Origin.CREATED);
  }

  private static Link withoutId(Link link) {
    return new Link(
        0,
        link.connectionId(),
        link.kind(),
        link.externalId(),
        link.directoryId(),
        link.name(),
        link.userKey(),
        link.origin(),
        link.keepUnownedMembers(),
        link.namedByAdministrator(),
        link.deactivatedAt(),
        link.leavingSince());
  }
}
