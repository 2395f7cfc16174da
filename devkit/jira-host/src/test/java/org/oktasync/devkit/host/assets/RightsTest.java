package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.RestClient.Answer;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.site.SiteOptions;

/** Who may do what: roles of schemas, their default actors, and Jira's administrators. */
public class RightsTest {
  @Rule
  public final RunningHost jira =
      new RunningHost(o -> o.withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));

  private AssetsClient admin;
  private AssetsClient fred;
  private int schema;
  private int type;
  private int name;
  private long object;

  @Before
  public void aSchemaOfAdmin() {
    admin = new AssetsClient(jira.as("admin"));
    fred = new AssetsClient(jira.as("fred"));
    schema = admin.schema("Okta", "OKT");
    type = admin.type(schema, "Users");
    name = admin.attribute(type, "Name");
    object = admin.created(type, name, "Ann");
  }

  private int role(String title) {
    String address =
        admin.get("/config/role/objectschema/" + schema).expect(200).get(title).asText();
    return Integer.parseInt(address.replaceAll(".*/", ""));
  }

  private void give(String title, List<String> userKeys, List<String> groups) {
    Map<String, Object> actors =
        Map.of("atlassian-user-role-actor", userKeys, "atlassian-group-role-actor", groups);
    admin.put("/config/role/" + role(title), Map.of("categorisedActors", actors)).expect(200);
  }

  private String key(String user) {
    return jira.host().users().keyOf(user).orElseThrow();
  }

  @Test
  public void everybodyOfJiraSeesANewSchemaUntilItIsRestricted() {
    fred.get("/object/" + object).expect(200);
    assertThat(fred.find("Name = Ann"), is(List.of("Ann")));
    give("Object Schema Users", List.of(), List.of());
    fred.get("/object/" + object).refused(403);
    fred.get("/objectschema/" + schema).refused(403);
    fred.get("/objecttype/" + type).refused(403);
    fred.get("/objecttype/" + type + "/attributes").refused(403);
    fred.get("/objectschema/" + schema + "/objecttypes/flat").refused(403);
    assertThat(fred.get("/objectschema/list").expect(200).get("objectschemas").size(), is(0));
    assertThat(fred.find("objectTypeId = " + type), is(List.of()));
    fred.search("Name = Ann").refused(400);
    admin.get("/object/" + object).expect(200);
  }

  @Test
  public void eachRoleAllowsMoreThanTheOneBefore() {
    Map<String, Object> body = AssetsClient.object(type, name, "Bob");
    fred.post("/object/create", body).refused(403);
    fred.call("DELETE", "/object/" + object, null).refused(403);
    fred.put("/object/archive/" + object, null).refused(403);
    give("Object Schema Developers", List.of(key("fred")), List.of());
    fred.put("/object/" + object, body).expect(200);
    long own = fred.post("/object/create", body).expect(201).get("id").asLong();
    fred.call("DELETE", "/object/" + own, null).expect(200);
    fred.post("/objecttypeattribute/" + type, AssetsClient.fields("X", "type", 2)).refused(403);
    fred.put("/objectschema/" + schema, Map.of("description", "x")).refused(403);
    give("Object Schema Managers", List.of(), List.of("jira-software-users"));
    fred.post("/objecttypeattribute/" + type, AssetsClient.fields("X", "type", 2)).expect(201);
    fred.get("/config/role/objectschema/" + schema).expect(200);
    fred.call("DELETE", "/objectschema/" + schema, null).expect(200);
  }

  @Test
  public void administratorsOfJiraMakeSchemasButReadOnlyWhereTheyHaveARole() {
    fred.post("/objectschema/create", Map.of("name", "Mine", "objectSchemaKey", "MINE"))
        .refused(403);
    fred.post("/config/statustype", Map.of("name", "Mine", "category", 1)).refused(403);
    give("Object Schema Users", List.of(), List.of());
    give("Object Schema Managers", List.of(key("fred")), List.of());
    admin.get("/object/" + object).refused(403);
    admin.create(type, name, "Bob").refused(403);
    admin.get("/config/role/objectschema/" + schema).expect(200);
    give("Object Schema Managers", List.of(key("admin")), List.of());
    admin.get("/object/" + object).expect(200);
  }

  @Test
  public void aRoleTellsItsActorsAndTakesOnlyThoseWhoExist() {
    int managers = role("Object Schema Managers");
    JsonNode read = admin.get("/config/role/" + managers).expect(200);
    assertThat(read.get("id").asInt(), is(managers));
    assertTrue(read.toString().contains("jira-administrators"));
    assertTrue(read.toString().contains(key("admin")));
    for (Map<String, Object> actors :
        List.<Map<String, Object>>of(
            Map.of("atlassian-user-role-actor", List.of("ghost")),
            Map.of("atlassian-group-role-actor", List.of("ghosts")),
            Map.of("users", List.of(key("fred"))))) {
      admin.put("/config/role/" + managers, Map.of("categorisedActors", actors)).refused(400);
    }
    fred.get("/config/role/" + managers).refused(403);
    new AssetsClient(jira.nobody()).get("/objectschema/list").refused(401);
  }

  @Test
  public void personalAccessTokensDoForAssets() {
    String raw =
        jira.as("admin")
            .call("POST", "/rest/pat/latest/tokens", "{\"name\":\"sync\"}")
            .expect(201)
            .get("rawToken")
            .asText();
    AssetsClient sync = new AssetsClient(jira.withToken(raw));
    long made = sync.created(type, name, "Bob");
    sync.call("DELETE", "/object/" + made, null).expect(200);
    new AssetsClient(jira.withToken("x")).get("/objectschema/list").refused(401);
  }

  @Test
  public void pagesShowWhatTheRolesAllowAndNoMarkupOfObjects() {
    int boss = admin.reference(type, "Manager", type);
    long evil = admin.created(type, name, "<i>Eve</i>", boss, object);
    String key = admin.get("/object/" + object).expect(200).get("objectKey").asText();
    String list = page("admin", AssetsPages.SCHEMAS);
    assertTrue(list.contains(">Okta</a>"));
    assertTrue(list.contains("href=\"/jira" + AssetsPages.SCHEMAS + "\">Assets</a>"));
    String objects = page("fred", "/secure/ObjectSchema.jspa?id=" + schema + "&typeId=" + type);
    assertTrue(objects.contains("1 to 2 of 2"));
    assertFalse(objects.contains("<i>Eve"));
    assertTrue(objects.contains("&lt;i&gt;Eve"));
    String found = page("fred", "/secure/ObjectSchema.jspa?id=" + schema + "&q=Name%20=%20Ann");
    assertTrue(found.contains("1 to 1 of 1"));
    String wrong = page("fred", "/secure/ObjectSchema.jspa?id=" + schema + "&q=Name%20%3C%3Ci%3E");
    assertTrue(wrong.contains("position"));
    assertFalse(wrong.contains("<i>"));
    String ann = page("fred", AssetsPages.OBJECTS + key);
    assertTrue(ann.contains("Referred to by"));
    assertTrue(ann.contains("&lt;i&gt;Eve"));
    assertTrue(ann.contains("<td>created</td>"));
    assertFalse(ann.contains("<i>Eve"));
    String eve = page("fred", AssetsPages.OBJECTS + "OKT-" + evil);
    assertTrue(eve.contains("href=\"/jira" + AssetsPages.OBJECTS + key + "\">Ann</a>"));
    give("Object Schema Users", List.of(), List.of());
    jira.as("fred").get(AssetsPages.OBJECTS + key).refused(404);
    jira.as("fred").get("/secure/ObjectSchema.jspa?id=" + schema).refused(404);
    assertFalse(page("fred", AssetsPages.SCHEMAS).contains(">Okta</a>"));
    jira.nobody().get(AssetsPages.SCHEMAS).is(302);
  }

  private String page(String user, String path) {
    Answer answer = jira.as(user).get(path);
    answer.is(200);
    return answer.text();
  }
}
