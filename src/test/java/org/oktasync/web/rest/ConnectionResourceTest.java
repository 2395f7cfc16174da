package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.record.Finding;

/** Connections over REST. */
public class ConnectionResourceTest {
  private static final String NEW =
      "{\"name\":\"Acme\",\"baseUrl\":\"acme-admin.okta.com\",\"directory\":{\"create\":\"Okta\"},"
          + "\"auth\":{\"method\":\"api-token\",\"token\":\" 00tok3n\\n\"}}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private ConnectionResource resource;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    resource = world.connectionResource();
  }

  @Test
  public void get_hasEverySetting_andOfTheTokenOnlyWhetherItIsSet() {
    long id = world.connect();
    Answered answer = Answered.with(200, resource.get("" + id));
    Set<String> names = new java.util.TreeSet<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    assertEquals(
        "[assets, auth, baseUrl, directory, enabled, groups, guardrails, id, leavers, login,"
            + " mapping, name, notices, planHours, provider, schedule, scope, settingsVersion,"
            + " source, token, users, version, warnings]",
        names.toString());
    assertEquals("Okta people", answer.at("/directory/name"));
    assertEquals("INTERNAL", answer.at("/directory/type"));
    assertEquals("okta", answer.at("/provider"));
    assertEquals("true", answer.at("/token/set"));
    assertEquals("true", answer.at("/token/readable"));
    assertEquals("2026-03-01T08:00:00Z", answer.at("/token/setAt"));
    assertEquals("eve", answer.at("/token/setBy"));
    assertFalse(answer.text(), answer.text().contains(RestWorld.TOKEN));
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  @Test
  public void aTokenWhoseKeyIsLost_isSetButNotReadable_andEverythingElseIsThere() {
    long id = world.connect();
    world.keyLost = true;
    Answered answer = Answered.with(200, resource.get("" + id));
    assertEquals("true", answer.at("/token/set"));
    assertEquals("false", answer.at("/token/readable"));
    assertEquals("Main", answer.at("/name"));
    assertEquals("Main", Answered.with(200, resource.list(null, null)).at("/values/0/name"));
  }

  @Test
  public void defaults_areThoseOfEverySetting() {
    Answered answer = Answered.with(200, resource.defaults());
    assertEquals("50", answer.at("/guardrails/maxDeactivations/count"));
    assertEquals("null", answer.at("/directory/id"));
  }

  @Test
  public void list_isPagedByName() {
    world.connect();
    Answered.with(201, resource.add(NEW));
    assertEquals(
        List.of("Acme", "Main"), Answered.with(200, resource.list(null, null)).values("name"));
    Answered second = Answered.with(200, resource.list("1", "1"));
    assertEquals(List.of("Main"), second.values("name"));
    assertEquals("2", second.at("/total"));
  }

  @Test
  public void add_makesTheDirectory_sealsTheToken_andSaysWhatWasCorrected() {
    Answered answer = Answered.with(201, resource.add(NEW));
    assertEquals("https://acme.okta.com", answer.at("/baseUrl"));
    assertEquals("Okta", answer.at("/directory/name"));
    assertEquals("url-admin-host", answer.at("/remarks/0/code"));
    assertEquals("directory-created-last", answer.at("/remarks/1/code"));
    assertEquals("ada", answer.at("/token/setBy"));
    assertEquals("sealed 00tok3n", stored(answer.json().get("id").asLong()).sealedSecret());
    assertFalse(answer.text().contains("00tok3n"));
  }

  @Test
  public void add_namesEachFieldThatIsWrong() {
    String body = "{\"name\":\" \",\"baseUrl\":\"\",\"directory\":{\"id\":8},\"planHours\":0}";
    Answered answer = Answered.with(400, resource.add(body));
    assertEquals(
        List.of(
            "auth.token: token-missing",
            "name: name-missing",
            "planHours: number-out-of-range",
            "baseUrl: url-empty",
            "directory.id: directory-type-unsupported"),
        answer.errors());
    assertEquals(List.of(), world.settings.connections());
  }

  @Test
  public void aNameIsTheSameWithBlanksAroundIt() {
    long id = world.connect();
    Answered renamed =
        Answered.with(200, resource.update("" + id, "{\"version\":1,\"name\":\" Other \"}"));
    assertEquals("Other", renamed.at("/name"));
    String second =
        "{\"name\":\"other \",\"baseUrl\":\"example.okta.com\",\"token\":\"00t\","
            + "\"directory\":{\"create\":\"New\"}}";
    assertEquals(List.of("name: name-in-use"), Answered.with(400, resource.add(second)).errors());
  }

  @Test
  public void update_keepsWhatTheBodyLeavesOut_andTheToken() {
    long id = world.connect();
    String body =
        "{\"version\":1,\"users\":{\"create\":false},\"token\":{\"set\":true},"
            + "\"auth\":{\"token\":\"\"}}";
    Answered answer = Answered.with(200, resource.update("" + id, body));
    assertEquals("false", answer.at("/users/create"));
    assertEquals("true", answer.at("/users/update"));
    assertEquals("Main", answer.at("/name"));
    assertEquals("2", answer.at("/version"));
    assertEquals("[]", answer.json().get("remarks").toString());
    assertEquals("sealed " + RestWorld.TOKEN, stored(id).sealedSecret());
    assertEquals("eve", stored(id).token().setBy());
  }

  @Test
  public void whatIsRead_canBeSentBackUnchanged() {
    long id = world.connect();
    ObjectNode read = (ObjectNode) Answered.with(200, resource.get("" + id)).json();
    Answered.with(200, resource.update("" + id, read.toString()));
    assertEquals(world.settings.connection(id).orElseThrow().settings(), stored(id).settings());
    assertEquals("sealed " + RestWorld.TOKEN, stored(id).sealedSecret());
  }

  @Test
  public void aSettingThatThereIsNot_isRefusedWithItsName() {
    String body =
        "{\"version\":1,\"guardrails\":{\"maxLuck\":1},\"groups\":{\"map\":[{\"source\":\"g\","
            + "\"target\":\"t\",\"colour\":\"red\"}]},\"colour\":\"red\"}";
    assertEquals(
        List.of(
            "guardrails.maxLuck: setting-unknown",
            "groups.map.0.colour: setting-unknown",
            "colour: setting-unknown"),
        Answered.with(400, resource.update("" + world.connect(), body)).errors());
    assertEquals(
        List.of("colour: setting-unknown"),
        Answered.with(400, resource.add("{\"name\":\"x\",\"colour\":\"red\"}")).errors());
  }

  @Test
  public void update_takesANewToken() {
    long id = world.connect();
    Answered.with(200, resource.update("" + id, "{\"version\":1,\"token\":\"00new\"}"));
    assertEquals("sealed 00new", stored(id).sealedSecret());
    assertEquals("ada", stored(id).token().setBy());
  }

  @Test
  public void update_fromAStaleOrMissingVersion_isRefused() {
    long id = world.connect();
    Answered.with(200, resource.update("" + id, "{\"version\":1,\"planHours\":5}"));
    assertEquals(
        List.of("version: stale-version"),
        Answered.with(409, resource.update("" + id, "{\"version\":1,\"planHours\":6}")).errors());
    assertEquals(
        List.of("version: version-missing"),
        Answered.with(400, resource.update("" + id, "{\"planHours\":6}")).errors());
    assertEquals(5, stored(id).settings().planHours());
  }

  private static String lead(int version, String project, int planHours) {
    return "{\"version\":%d,\"leavers\":{\"projectLead\":\"%s\"},\"planHours\":%d}"
        .formatted(version, project, planHours);
  }

  private void boss(boolean active) {
    AccountName name = new AccountName("boss");
    world.targets.okta.world().hold(new Account(name, "Boss", "", active));
  }

  @Test
  public void whereJiraCannotBeAskedAboutDeletions_thatIsToldAtEachFieldThatWouldDelete() {
    String id = "" + world.connect();
    String wish =
        "{\"version\":1,\"leavers\":{\"inactive\":\"delete\",\"outOfScope\":\"delete\",\"byStatus\":"
            + "[{\"status\":\"SUSPENDED\",\"policy\":\"delete\"}]}}";
    Answered saved = Answered.with(200, resource.update(id, wish));
    assertEquals("[]", saved.json().get("warnings").toString());
    world.targets.deletionProblem = Message.of("user-deletion-missing", "Service", "none");
    Answered read = Answered.with(200, resource.get(id));
    assertEquals(
        List.of("leavers.inactive", "leavers.byStatus.0.policy", "leavers.outOfScope"),
        read.json().get("warnings").findValuesAsText("field"));
    assertEquals("user-deletion-missing", read.at("/warnings/0/code"));
  }

  @Test
  public void aLeadWhoWasFitWhenTheyWereNamed_keepsNobodyFromSavingOthers_andIsTold() {
    String id = "" + world.connect();
    boss(true);
    Answered saved = Answered.with(200, resource.update(id, lead(1, "boss", 5)));
    assertEquals("[]", saved.json().get("warnings").toString());
    boss(false);
    saved = Answered.with(200, resource.update(id, lead(2, " boss ", 6)));
    assertEquals("6", saved.at("/planHours"));
    assertEquals("leavers.projectLead", saved.at("/warnings/0/field"));
    assertEquals("lead-inactive", saved.at("/warnings/0/code"));
    Answered read = Answered.with(200, resource.get(id));
    assertEquals(saved.at("/warnings"), read.at("/warnings"));
    assertEquals(
        "a new value is refused as ever",
        List.of("leavers.componentLead: lead-inactive"),
        Answered.with(
                400,
                resource.update(id, "{\"version\":3,\"leavers\":{\"componentLead\":\"boss\"}}"))
            .errors());
    assertEquals(
        List.of("leavers.projectLead: lead-unknown"),
        Answered.with(400, resource.update(id, lead(3, "nobody", 7))).errors());
  }

  @Test
  public void aNewConnection_namesNobodyWhoCanLeadNothing() {
    String body = NEW.replaceFirst("\\{", "{\"leavers\":{\"projectLead\":\"nobody\"},");
    assertEquals(
        List.of("leavers.projectLead: lead-unknown"),
        Answered.with(400, resource.add(body)).errors());
  }

  @Test
  public void delete_isRefusedWhileARunHoldsTheLock() {
    long id = world.connect();
    world.locked.add(id);
    Answered refused = Answered.with(409, resource.delete("" + id));
    assertEquals(List.of("null: run-in-progress"), refused.errors());
    world.locked.clear();
    world.findings.settle(id, Set.of(new Finding(EntityKind.USER, "00u1", "ann", "gone", "")));
    Answered.with(204, resource.delete("" + id));
    assertEquals(Set.of(), world.findings.standing(id));
    assertEquals(List.of("null: not-found"), Answered.with(404, resource.get("" + id)).errors());
  }

  @Test
  public void test_tellsEachStep() {
    Answered answer = Answered.with(200, resource.test("" + world.connect()));
    assertEquals("true", answer.at("/ok"));
    assertEquals("reach-ok", answer.at("/checks/0/code"));
    assertEquals("Fake", answer.at("/organisation/name"));
    assertEquals("[]", answer.json().get("scopes").toString());
  }

  @Test
  public void whatDoesNotExist_is404() {
    for (String id : List.of("99", "-1", "x", "1 or 1", "99999999999999999999")) {
      Answered.with(404, resource.get(id));
      Answered.with(404, resource.update(id, "{\"version\":1}"));
      Answered.with(404, resource.delete(id));
      Answered.with(404, resource.test(id));
    }
  }

  private Connection stored(long id) {
    return world.settings.connection(id).orElseThrow();
  }

  @Test
  public void aCanaryThatTheSourceDoesNotShowIsSavedWithARemark() {
    long id = world.connect();
    world.source.person("1", "ann").person("2", "bob", "SUSPENDED", "bob@x.org", "Bob");
    world.source.group("g", "team");
    assertEquals(0, unseen(id, "ann", "Team"));
    assertEquals("by id", 0, unseen(id, "1", "g"));
    assertEquals("both misspelt", 2, unseen(id, "anna", "teams"));
    assertEquals("inactive", 1, unseen(id, "bob", ""));
    assertEquals("not asked about again", 0, unseen(id, "bob", ""));
  }

  private int unseen(long id, String user, String group) {
    int version = world.settings.connection(id).orElseThrow().version();
    String body = "{\"version\":%d,\"guardrails\":{\"canary\":{\"user\":\"%s\",\"group\":\"%s\"}}}";
    Answered saved =
        Answered.with(200, resource.update("" + id, body.formatted(version, user, group)));
    JsonNode remarks = saved.json().get("remarks");
    remarks.forEach(remark -> assertEquals("settings-canary-unseen", remark.path("code").asText()));
    return remarks.size();
  }

  @Test
  public void noIntervalAndNoCronAreNoSchedule() {
    long id = world.connect();
    String body = "{\"version\":1,\"schedule\":{\"interval\":null,\"cron\":null,\"zone\":null}}";
    Answered saved = Answered.with(200, resource.update("" + id, body));
    assertEquals("", saved.at("/schedule/interval"));
    assertEquals("", saved.at("/schedule/cron"));
    assertEquals("off", saved.at("/schedule/state"));
  }
}
