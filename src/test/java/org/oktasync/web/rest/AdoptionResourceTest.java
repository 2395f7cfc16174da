package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/** Adoption over REST. */
public class AdoptionResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private AdoptionResource resource;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    id = "" + world.connect();
    resource =
        new AdoptionResource(
            world.entry, world.connections, world.adoption, new AdoptionPreviews(world.clock));
    for (String name : List.of("ann", "bob", "root")) {
      world.source.person("00u" + name, name);
      world.targets.okta.world().hold(new Account(new AccountName(name), name, "", true));
    }
    world.targets.administrators.add(new AccountName("root"));
    world.source.group("00gteam", "team", "00uann");
    world.targets.okta.world().holdGroup(new GroupName("team"));
  }

  @Test
  public void thePreview_hasARowForEachCandidate_andCountsOfEachVerdict() {
    Answered answer = preview(null, null, null);
    assertEquals(List.of("00uann", "00ubob", "00uroot", "00gteam"), answer.values("sourceId"));
    assertEquals(
        "{\"exact\":3,\"by-email\":0,\"by-property\":0,\"ambiguous\":0,\"shadowed\":0,\"administrator\":1,"
            + "\"customer\":0,\"other-directory\":0,\"namesake\":0,\"namesake-by-name\":0,"
            + "\"namesake-refused\":0,\"namesake-waits\":0}",
        answer.json().get("summary").toString());
    assertEquals("login", answer.at("/values/0/rule"));
    assertEquals("ann", answer.at("/values/0/name"));
    assertEquals("true", answer.at("/values/0/bulk"));
    assertEquals("false", answer.at("/values/2/bulk"));
    assertEquals("2026-03-01T08:00:00Z", answer.at("/readAt"));
    assertEquals("off", answer.at("/membershipAggregation"));
  }

  @Test
  public void thePreview_isFiltered_withoutReadingAgain() {
    assertEquals(List.of("00uroot"), preview("administrator", null, null).values("sourceId"));
    assertEquals(List.of("00gteam"), preview(null, "group", null).values("sourceId"));
    assertEquals(List.of("00ubob"), preview(null, null, "BO").values("sourceId"));
    assertEquals(List.of("00uann"), preview(null, null, "00uann").values("sourceId"));
    assertEquals(List.of(), preview(null, null, "00ua").values("sourceId"));
    assertEquals(1, world.sourcesOpened);
    Answered.with(200, resource.preview(id, null, null, null, "true", null, null));
    assertEquals(2, world.sourcesOpened);
  }

  @Test
  public void unknownWords_areRefused() {
    assertEquals(
        List.of("verdict: not-supported"),
        Answered.with(400, resource.preview(id, "nice", null, null, null, null, null)).errors());
    assertEquals(
        List.of("kind: not-supported"),
        Answered.with(400, resource.preview(id, null, "object", null, null, null, null)).errors());
  }

  @Test
  public void confirming_linksTheVerdictsAndThoseChosenSingly_andNothingElse() {
    String before = world.targets.okta.world().text();
    String body = "{\"verdicts\":[\"exact\"],\"sourceIds\":[\"00uroot\"]}";
    preview(null, null, null);
    Answered.with(202, resource.confirm(id, body));
    for (String name : List.of("ann", "bob", "root")) {
      ExternalId person = new ExternalId("00u" + name);
      assertEquals(
          name, world.links.find(Long.parseLong(id), EntityKind.USER, person).orElseThrow().name());
    }
    assertEquals(List.of(), preview(null, null, null).values("sourceId"));
    assertEquals(before, world.targets.okta.world().text());
  }

  @Test
  public void aChoice_thatMeansNothingOrTooMuch_isRefused() {
    assertEquals(
        List.of("null: nothing-chosen"), Answered.with(400, resource.confirm(id, "{}")).errors());
    assertEquals(
        List.of("verdicts: not-supported"),
        Answered.with(400, resource.confirm(id, "{\"verdicts\":[\"administrator\"]}")).errors());
    assertEquals(
        List.of("sourceIds: wrong-type"),
        Answered.with(400, resource.confirm(id, "{\"sourceIds\":\"00uann\"}")).errors());
    Answered.with(404, resource.confirm("9", "{\"sourceIds\":[\"00uann\"]}"));
  }

  @Test
  public void whatIsAmbiguous_saysWhoElseCouldBeMeant() {
    for (String name : List.of("t1", "t2")) {
      AccountName account = new AccountName(name);
      world.targets.okta.world().hold(new Account(account, name, "team@example.com", true));
    }
    world.source.person("00utea", "tea", "ACTIVE", "team@example.com", "T");
    Answered answer = preview("ambiguous", null, null);
    assertEquals("several-accounts", answer.at("/values/0/reason"));
    assertEquals("null", preview("exact", null, null).at("/values/0/reason"));
  }

  /** Somebody is in Okta and in another directory, and not in that of the connection. */
  private void holdElsewhere(String name) {
    AccountName held = new AccountName(name);
    world.source.person("00u" + name, name);
    world.targets.ldap.world().hold(new Account(held, name, name + "@example.com", true));
    world.targets.ldap.world().holdGroup(new GroupName("veterans"), held);
    world.targets.okta.world().holdElsewhere(held);
  }

  @Test
  public void aNamesake_saysInWhichDirectory_isConfirmedAndTakenBack() {
    holdElsewhere("vera");
    Answered found = preview("namesake", null, null);
    assertEquals(List.of("00uvera"), found.values("sourceId"));
    assertEquals(
        "{\"directoryId\":8,\"directory\":\"Office\",\"position\":1,\"targetPosition\":0,"
            + "\"hides\":false}",
        found.json().at("/values/0/elsewhere").toString());
    assertEquals("namesake-comes-second", found.at("/values/0/reason"));
    assertEquals("null", preview("exact", null, null).at("/values/0/elsewhere"));

    Answered.with(202, resource.confirm(id, "{\"verdicts\":[\"namesake\"]}"));
    assertEquals(List.of("00uvera"), preview("namesake-waits", null, null).values("sourceId"));
    Answered withdrawn =
        Answered.with(200, resource.withdraw(id, "{\"sourceIds\":[\"00uvera\",\"00uann\"]}"));
    assertEquals("1", withdrawn.at("/withdrawn"));
    assertEquals(List.of("00uvera"), preview("namesake", null, null).values("sourceId"));
    assertEquals(
        List.of("null: nothing-chosen"), Answered.with(400, resource.withdraw(id, "{}")).errors());
    Answered.with(404, resource.withdraw("9", "{\"sourceIds\":[\"00uvera\"]}"));
  }

  @Test
  public void aWordAboutSomebodyWhomOktaHasNoLonger_isShownAndTakenBackByItsId() {
    holdElsewhere("vera");
    Answered.with(202, resource.confirm(id, "{\"verdicts\":[\"namesake\"]}"));
    world.source.deletePerson("00uvera");
    Answered gone = preview("namesake-waits", null, null);
    assertEquals(List.of("00uvera"), gone.values("sourceId"));
    assertEquals("take-over-gone", gone.at("/values/0/reason"));
    assertEquals("vera", gone.at("/values/0/sourceName"));
    assertEquals("false", gone.at("/values/0/adoptable"));
    assertEquals("null", gone.at("/values/0/elsewhere"));
    Answered withdrawn = Answered.with(200, resource.withdraw(id, "{\"sourceIds\":[\"00uvera\"]}"));
    assertEquals("1", withdrawn.at("/withdrawn"));
    assertEquals(List.of(), preview("namesake-waits", null, null).values("sourceId"));
  }

  @Test
  public void groupsThatGoAlong_areListedWithHowManyWouldBringThem() {
    holdElsewhere("vera");
    holdElsewhere("walt");
    Answered groups = Answered.with(200, resource.groups(id, null, null));
    assertEquals(List.of("veterans"), groups.values("name"));
    assertEquals("2", groups.at("/values/0/people"));
    assertEquals("false", groups.at("/values/0/chosen"));
    assertEquals("null", groups.at("/values/0/reason"));
  }

  private Answered preview(String verdict, String kind, String text) {
    return Answered.with(200, resource.preview(id, verdict, kind, text, null, null, null));
  }
}
