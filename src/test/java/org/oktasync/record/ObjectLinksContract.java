package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;

/** What every store of links of objects keeps to. */
public abstract class ObjectLinksContract {
  private static final long CONNECTION = 3;
  private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.007Z");

  /** The store under test, empty. */
  protected abstract ObjectLinks links();

  private static ObjectLink link(String type, String key, String source, String objectId) {
    return ObjectLink.of(
        CONNECTION,
        new ObjectIdentity(type, key),
        new ExternalId(source),
        objectId,
        ObjectLink.Origin.CREATED);
  }

  private Optional<ObjectLink> find(String type, String key) {
    return links().find(CONNECTION, new ObjectIdentity(type, key));
  }

  private List<ObjectLink> all(String type) {
    List<ObjectLink> all = new ArrayList<>();
    try (Cursor<ObjectLink> cursor = links().links(CONNECTION, type)) {
      cursor.forEachRemaining(all::add);
    }
    return all;
  }

  private static List<String> keys(List<ObjectLink> some) {
    return some.stream().map(link -> link.identity().key()).toList();
  }

  @Test
  public void storesEverythingAsItIs() {
    ObjectLink given =
        link("Users", "Änn \uD83D\uDE00", "00u1", "17")
            .missing(THEN, 4)
            .retired(ObjectLink.Retired.STATUS, "Aktiv");
    links().store(List.of(given));

    ObjectLink stored = find("Users", "Änn \uD83D\uDE00").orElseThrow();
    assertTrue(stored.id() > 0);
    assertEquals("Änn \uD83D\uDE00", stored.identity().key());
    assertEquals(THEN, stored.missingSince());
    assertEquals(4, stored.missingRuns());
    assertEquals(ObjectLink.Retired.STATUS, stored.retired());
    assertEquals("Aktiv", stored.statusBefore());
    assertEquals("17", stored.objectId());
    assertEquals(given.sourceId(), stored.sourceId());
    assertEquals(given.origin(), stored.origin());
    assertEquals(1, links().count(CONNECTION));
  }

  @Test
  public void keysAndTypesAreAlikeInAnyCaseAndApartOtherwise() {
    links().store(List.of(link("Users", "Ann", "00u1", "1"), link("Groups", "ann", "00g1", "2")));
    assertEquals("1", find("USERS", "aNN").orElseThrow().objectId());
    assertEquals("2", find("groups", "Ann").orElseThrow().objectId());
    assertEquals(Optional.empty(), find("Users", "Anna"));
    assertEquals(List.of("Ann"), keys(all("users")));
    assertEquals(
        Optional.empty(), links().find(CONNECTION + 1, new ObjectIdentity("Users", "Ann")));
  }

  @Test
  public void aLinkIsFoundByItsSourceObjectWhoseIdMindsCase() {
    links().store(List.of(link("Users", "Ann", "00uA", "1"), link("Users", "bob", "00ua", "2")));
    assertEquals("1", ofSource("Users", "00uA").orElseThrow().objectId());
    assertEquals("2", ofSource("users", "00ua").orElseThrow().objectId());
    assertEquals(Optional.empty(), ofSource("Groups", "00uA"));
  }

  private Optional<ObjectLink> ofSource(String type, String id) {
    return links().find(CONNECTION, type, new ExternalId(id));
  }

  @Test
  public void whatWasMadeBecauseOthersReferToItBelongsToNoSourceObject() {
    String none = ObjectChange.NO_SOURCE.value();
    links().store(List.of(link("Roles", "Admin", none, "1"), link("Roles", "User", none, "2")));
    assertEquals(Optional.empty(), ofSource("Roles", none));
    assertEquals(List.of("Admin", "User"), keys(all("Roles")));
  }

  @Test
  public void aLinkOfTheSameIdentityIsReplaced() {
    links().store(List.of(link("Users", "Ann", "00u1", "1")));
    long row = find("Users", "Ann").orElseThrow().id();
    links().store(List.of(link("Users", "ANN", "00u9", "5")));
    ObjectLink now = find("Users", "Ann").orElseThrow();
    assertEquals(row, now.id());
    assertEquals("5", now.objectId());
    assertEquals("ANN", now.identity().key());
    assertEquals(1, links().count(CONNECTION));
  }

  @Test
  public void aLinkWithARowKeepsItWhateverItsKeyBecomes() {
    links().store(List.of(link("Users", "Ann", "00u1", "1")));
    ObjectLink stored = find("Users", "Ann").orElseThrow();
    links().store(List.of(stored.as(new ObjectIdentity("Users", "ann.lee"), stored.sourceId())));
    assertEquals(Optional.empty(), find("Users", "Ann"));
    assertEquals(stored.id(), find("Users", "ann.lee").orElseThrow().id());
    assertEquals("ann.lee", ofSource("Users", "00u1").orElseThrow().identity().key());
  }

  @Test
  public void linksFollowTheNamesOfTheirTypes() {
    links()
        .store(
            List.of(
                link("Users", "Ann", "00u1", "1"),
                link("Groups", "Ann", "00g1", "2"),
                link("Staff", "Old", "00x1", "3"),
                link("Apps", "Mail", "00a1", "4")));
    links().renameTypes(CONNECTION + 1, Map.of("Apps", "Programs"));
    links().renameTypes(CONNECTION, Map.of("users", "Staff", "Groups", "Users"));
    assertEquals("1", find("Staff", "Ann").orElseThrow().objectId());
    assertEquals("2", find("Users", "Ann").orElseThrow().objectId());
    assertEquals("Users", find("Users", "Ann").orElseThrow().identity().type());
    assertEquals(List.of(), keys(all("Groups")));
    assertEquals("of a type that is gone", List.of("Ann"), keys(all("Staff")));
    assertEquals(List.of("Mail"), keys(all("Apps")));
    assertEquals("1", ofSource("Staff", "00u1").orElseThrow().objectId());
  }

  @Test
  public void whatFollowedANameAlreadyStays() {
    links().store(List.of(link("Users", "Ann", "00u1", "1")));
    links().renameTypes(CONNECTION, Map.of("Users", "Staff"));
    links().renameTypes(CONNECTION, Map.of("Users", "Staff"));
    assertEquals(List.of("Ann"), keys(all("Staff")));
  }

  @Test
  public void aLinkThatWasGivenUpDoesNotComeBackByItself() {
    links().store(List.of(link("Users", "Ann", "00u1", "1"), link("Users", "bob", "00u2", "2")));
    ObjectLink ann = find("Users", "Ann").orElseThrow();
    links().release(List.of(ann.id()));
    links().store(List.of(ann.back()));
    assertEquals(List.of("bob"), keys(all("Users")));
  }

  @Test
  public void manyComeInTheOrderOfTheirKeys() {
    List<ObjectLink> many =
        new ArrayList<>(
            IntStream.range(0, 1300)
                .mapToObj(i -> link("Users", String.format("%04d", i), "u" + i, "" + i))
                .toList());
    Collections.shuffle(many, new Random(7));
    links().store(many);
    assertEquals(
        IntStream.range(0, 1300).mapToObj(i -> String.format("%04d", i)).toList(),
        keys(all("Users")));
    links().store(all("Users").stream().map(one -> one.missing(THEN, 1)).toList());
    assertTrue(all("Users").stream().allMatch(one -> one.missingRuns() == 1));
    links().release(all("Users").stream().map(ObjectLink::id).limit(1299).toList());
    assertEquals(1, links().count(CONNECTION));
  }

  @Test
  public void allOfOneConnectionGoAndNobodyElses() {
    ObjectLink other =
        ObjectLink.of(
            CONNECTION + 1,
            new ObjectIdentity("Users", "Ann"),
            new ExternalId("00u1"),
            "1",
            ObjectLink.Origin.FOUND);
    links().store(List.of(link("Users", "Ann", "00u1", "1"), other));
    links().releaseAll(CONNECTION);
    assertEquals(0, links().count(CONNECTION));
    assertEquals(1, links().count(CONNECTION + 1));
    assertFalse(links().find(CONNECTION + 1, other.identity()).isEmpty());
  }

  @Test
  public void aTypeWithoutLinksHasNone() {
    assertEquals(List.of(), all("Users"));
    links().store(List.of());
    links().release(List.of());
    links().releaseAll(CONNECTION);
  }
}
