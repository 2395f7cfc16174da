package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsFaults;
import org.oktasync.devkit.host.assets.AssetsFaults.Kind;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.App;
import org.oktasync.devkit.oktaorg.User;

/**
 * What becomes of an import of the built add-on when Assets does not play along: whatever could not
 * be written is told with its reason, everything else goes on, the next run makes up for it and
 * makes nothing twice, and accounts are kept in step all the same.
 */
public class AssetsTroubleTest {
  private static final int PEOPLE = 60;

  private Lab lab;
  private AssetsConnection assets;
  private AssetsView view;
  private long connection;

  @Before
  public void settle() throws Exception {
    String people = Integer.toString(PEOPLE);
    lab = new Lab(AssetsOptions.ON, "--users", people, "--groups", "4", "--clean", "--seed", "41");
    connection = lab.connect();
    assets = new AssetsConnection(lab, connection);
    assets.settle();
    view = assets.view(lab.host.baseUrl());
  }

  @After
  public void end() throws Exception {
    lab.close();
  }

  private static long objects(JsonNode run, String what) {
    return run.path("counts").path("objects").path(what).asLong();
  }

  private static long accounts(JsonNode run) {
    return run.path("counts").path("users").path("created").asLong();
  }

  private static String state(JsonNode run) {
    return run.path("state").asText();
  }

  private JsonNode whole() {
    return lab.await(lab.begin(connection, "{}"));
  }

  private String failures(JsonNode run) {
    String path = "/runs/" + run.path("id").asLong() + "/changes?outcome=FAILED&limit=100";
    return lab.rest.get(path).expect(200).toString();
  }

  /** The next import makes up for everything, and the one behind it writes nothing. */
  private void assertMadeUpFor() {
    JsonNode next = lab.approved(assets.importObjects());
    assertEquals(next + failures(next), "SUCCEEDED", state(next));
    assertEveryoneOnce();
    JsonNode quiet = assets.importObjects();
    for (String kind : new String[] {"created", "updated", "retired", "deleted", "failed"}) {
      assertEquals(kind + " in " + quiet, 0, objects(quiet, kind));
    }
  }

  private void assertEveryoneOnce() {
    assertEquals(PEOPLE, view.all("Users", "Okta Id").size());
    for (String type : new String[] {"Users", "Groups", "Apps", "Devices"}) {
      assertEquals(type, view.count(type), view.all(type, "Okta Id").size());
    }
    assertEquals(view.count("Roles"), view.all("Roles", "Name").size());
  }

  /** A token of somebody who has no more than a role of the schema. */
  private String tokenOf(String role) {
    Rest fred = new Rest(lab.host.baseUrl(), "fred", "fred");
    if (!role.isEmpty()) {
      assets.hand().give(role, "fred");
    }
    return AssetsConnection.token(fred).path("rawToken").asText();
  }

  private void save(String token) {
    assets.save("\"token\":\"" + token + "\"");
  }

  @Test
  public void whoMayReadAndNotWrite_failsObjectByObject_andAccountsAreMade() {
    assets.save("\"enabled\":false");
    save(tokenOf(""));
    assets.save("\"enabled\":true");
    JsonNode check = lab.rest.post(assets.at("/check"), "{}").expect(200);
    assertEquals(check.toString(), false, check.path("ok").asBoolean());
    JsonNode run = whole();
    assertEquals(run.toString(), "PARTIAL", state(run));
    assertNotEquals(run.toString(), 0, accounts(run));
    assertEquals(run.toString(), 0, objects(run, "created"));
    assertTrue(run.toString(), (run + failures(run)).contains("assets-forbidden"));
    assertEquals(0, view.count("Users"));
    save(AssetsConnection.token(lab.rest).path("rawToken").asText());
    assertMadeUpFor();
  }

  @Test
  public void whoMayWriteAndNotChangeTheSchema_fillsIt_andIsToldWhatBuildingTakes() {
    save(tokenOf("Object Schema Developers"));
    JsonNode run = whole();
    assertEquals(run + failures(run), "SUCCEEDED", state(run));
    assertEveryoneOnce();
    assets.hand().removeAttribute("Users", "Department");
    lab.rest.post(assets.at("/build"), "{}").expect(202);
    JsonNode built =
        Await.until(
            "the end of building",
            () -> lab.rest.get(assets.at("/build/progress")).expect(200),
            build -> !build.path("state").asText().equals("RUNNING"));
    assertEquals(built.toString(), "FAILED", built.path("state").asText());
    assertEquals(built.toString(), "assets-forbidden", built.path("code").asText());
    assertMadeUpFor();
  }

  @Test
  public void aTokenThatIsRevokedInMidRun_endsTheObjectsPartWithItsReason() {
    JsonNode token = AssetsConnection.token(lab.rest);
    save(token.path("rawToken").asText());
    assets.save("\"writesPerMinute\":900");
    long run = lab.begin(connection, "{}");
    Await.until("the first objects", () -> view.count("Users"), found -> found > 3);
    String path = "/rest/pat/latest/tokens/" + token.path("id").asText();
    lab.rest.call("DELETE", path, null).expect(204);
    JsonNode ended = lab.await(run);
    assertEquals(ended.toString(), "PARTIAL", state(ended));
    assertNotEquals(ended.toString(), 0, accounts(ended));
    assertTrue(ended.toString(), ended.toString().contains("assets-token-refused"));
    assertTrue(ended.toString(), objects(ended, "created") > 0);
    JsonNode still = whole();
    assertEquals(still.toString(), "PARTIAL", state(still));
    save(AssetsConnection.token(lab.rest).path("rawToken").asText());
    assets.save("\"writesPerMinute\":60000");
    assertMadeUpFor();
  }

  @Test
  public void aSchemaThatIsDeletedInMidRunIsNamed_andAccountsAreMade() {
    assets.save("\"writesPerMinute\":900");
    long run = lab.begin(connection, "{}");
    Await.until("the first objects", () -> view.count("Users"), found -> found > 3);
    assets.deleteSchema();
    JsonNode ended = lab.await(run);
    assertEquals(ended.toString(), "PARTIAL", state(ended));
    assertNotEquals(ended.toString(), 0, accounts(ended));
    assertTrue(ended.toString(), ended.toString().contains("assets-schema-gone"));
    assets.save("\"writesPerMinute\":60000,\"enabled\":false");
    assets.createSchema();
    assets.build();
    assets.save("\"enabled\":true");
    assertMadeUpFor();
  }

  @Test
  public void anAttributeThatIsGone_betweenRunsAndInMidRun_isNamed_andTheOthersAreWritten() {
    assets.save("\"writesPerMinute\":900");
    long run = lab.begin(connection, "{\"part\":\"assets\"}");
    Await.until("the first objects", () -> view.count("Users"), found -> found > 3);
    assets.hand().removeAttribute("Users", "Department");
    JsonNode ended = lab.await(run);
    assertEquals(ended.toString(), "PARTIAL", state(ended));
    assertTrue(objects(ended, "failed") > 0);
    assets.save("\"writesPerMinute\":60000");
    JsonNode next = assets.importObjects();
    assertEquals(next + failures(next), "SUCCEEDED", state(next));
    assertTrue(next.toString(), next.path("notices").toString().contains("Department"));
    assertEveryoneOnce();
    assets.build();
    assertMadeUpFor();
    User person = lab.okta.directory().users().get(7);
    assertEquals(1, view.all("Users", "Okta Id").get(person.id()).values("Department").size());
  }

  @Test
  public void aValueThatAssetsRefusesFailsItsObjectAlone() {
    lab.okta.directory().users().stream().limit(3).forEach(user -> set(user, "Nowhere"));
    assets.hand().demand("Users", "Department", "(?!Nowhere).*");
    JsonNode run = assets.importObjects();
    assertEquals(run.toString(), "PARTIAL", state(run));
    assertEquals(3, refused(run));
    assertEquals(PEOPLE - 3, view.all("Users", "Okta Id").size());
    JsonNode again = assets.importObjects();
    assertEquals(3, refused(again));
    assertEquals(again.toString(), 0, objects(again, "created"));
    lab.okta.directory().users().stream().limit(3).forEach(user -> set(user, "Somewhere"));
    assertMadeUpFor();
  }

  /** How many objects Assets refused; whatever refers to them waits for them, and says so. */
  private long refused(JsonNode run) {
    String path = "/runs/" + run.path("id").asLong() + "/changes?outcome=FAILED&limit=100";
    Map<String, Integer> reasons = new TreeMap<>();
    for (JsonNode change : lab.rest.get(path).expect(200).path("values")) {
      reasons.merge(change.path("reason").asText(), 1, Integer::sum);
    }
    assertTrue(
        reasons.toString(),
        Set.of("assets-refused", "assets-reference-lost").containsAll(reasons.keySet()));
    return reasons.get("assets-refused");
  }

  @Test
  public void anApplicationThatAssetsRefuses_costsItsUsersNothingElse_andIsTriedAgain() {
    App app =
        lab.okta.applications().all().stream()
            .filter(one -> one.active() && one.label().matches("[A-Za-z0-9 ]+"))
            .filter(one -> !lab.okta.applications().users(one.id()).isEmpty())
            .findFirst()
            .orElseThrow();
    User user = lab.okta.applications().users(app.id()).get(0);
    assets.hand().demand("Apps", "Name", "(?!" + app.label() + "$).*");
    JsonNode run = whole();
    assertEquals(run.toString(), "PARTIAL", state(run));
    assertEquals(run + failures(run), 1, objects(run, "failed"));
    assertTrue(run.toString(), run.path("notices").toString().contains("assets-references-left"));
    assertEquals(PEOPLE, view.all("Users", "Okta Id").size());
    assertTrue(!applicationsOf(user).contains(app.label()));
    String path = "/runs/" + run.path("id").asLong() + "/changes?outcome=APPLIED&q=" + user.id();
    assertTrue(lab.rest.get(path).expect(200).toString().contains("assets-reference-lost"));
    assertEquals("PARTIAL", state(lab.incremental(connection)));
    assets.hand().demand("Apps", "Name", ".*");
    JsonNode next = lab.incremental(connection);
    assertEquals(next.toString(), "incremental", next.path("mode").asText());
    assertEquals(next + failures(next), "SUCCEEDED", state(next));
    assertTrue(applicationsOf(user).contains(app.label()));
    assertMadeUpFor();
  }

  private Set<String> applicationsOf(User user) {
    return view.all("Users", "Okta Id").get(user.id()).values("Apps");
  }

  private void set(User user, String department) {
    lab.okta.directory().update(user.id(), Map.of("department", department), true);
  }

  @Test
  public void anAssetsThatIsLostInMidImportAndComesBack_leavesNothingTwice() {
    lab.host.assetsFaults().arm(Kind.UNREACHABLE, ".", 40, -1, 0);
    JsonNode run = whole();
    lab.host.assetsFaults().clear();
    assertEquals(run.toString(), "PARTIAL", state(run));
    assertTrue(run.toString(), run.toString().contains("assets-unreachable"));
    assertNotEquals(run.toString(), 0, accounts(run));
    assertMadeUpFor();
  }

  @Test
  public void anAssetsThatStumblesInMidImportIsWaitedFor() {
    Kind[] passing = {Kind.UNREACHABLE, Kind.ERROR_BEFORE, Kind.ERROR_AFTER, Kind.LOST_ANSWER};
    for (int i = 0; i < passing.length; i++) {
      lab.host.assetsFaults().arm(passing[i], AssetsFaults.WRITES, 5 + 11 * i, 1, 0);
    }
    JsonNode run = whole();
    assertEquals(run + failures(run), "SUCCEEDED", state(run));
    assertEveryoneOnce();
    assertMadeUpFor();
  }

  @Test
  public void anotherSchemaIsFilledAnew_andTheFirstStaysAsItIs() {
    JsonNode first = assets.importObjects();
    assertEquals(first + failures(first), "SUCCEEDED", state(first));
    long made = objects(first, "created");
    String before = assets.schema();
    assets.save("\"enabled\":false");
    String other = "{\"name\":\"Second\",\"key\":\"SEC\"}";
    String id = lab.rest.post(assets.at("/schemas"), other).expect(201).path("id").asText();
    assets.save("\"schemaId\":\"" + id + "\"");
    assets.build();
    assets.save("\"enabled\":true");
    JsonNode second = assets.importObjects();
    assertEquals(second + failures(second), "SUCCEEDED", state(second));
    assertEquals(second.toString(), made, objects(second, "created"));
    assertEquals(PEOPLE, assets.hand().count("Users"));
    assertEquals(PEOPLE, new AssetsHand(lab.rest, before).count("Users"));
    JsonNode quiet = assets.importObjects();
    assertEquals(quiet.toString(), 0, objects(quiet, "created") + objects(quiet, "updated"));
  }
}
