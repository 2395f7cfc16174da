package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.assets.aql.Query;
import org.oktasync.devkit.host.site.SiteOptions;

/** What queries find, over REST. */
public class SearchTest {
  @ClassRule
  public static final RunningHost JIRA =
      new RunningHost(o -> o.withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));

  private static final String EVIL = "a\\b\" OR Name != \"%_!'; <i>";

  private static AssetsClient admin;
  private static int schema;
  private static int people;
  private static int groups;
  private static int name;

  @BeforeClass
  public static void people() {
    admin = new AssetsClient(JIRA.as("admin"));
    schema = admin.schema("Okta people", "OKT");
    groups = admin.type(schema, "Groups");
    people = admin.type(schema, "Users");
    name = admin.attribute(people, "Name");
    int groupName = admin.attribute(groups, "Name");
    int lead = admin.text(groups, "Lead Office");
    long staff = admin.created(groups, groupName, "Staff", lead, "Bern");
    long board = admin.created(groups, groupName, "Board", lead, "Rome");
    int age = admin.attribute(people, "Age", "type", 0, "defaultTypeId", 1);
    int since = admin.attribute(people, "Since", "type", 0, "defaultTypeId", 4);
    int mail = admin.attribute(people, "Mail", "type", 0, "defaultTypeId", 8);
    int in = admin.reference(people, "Groups", groups);
    int boss = admin.reference(people, "Manager", people);
    int account = admin.attribute(people, "Jira User", "type", 2);
    int state = admin.attribute(people, "State", "type", 7);
    int note = admin.attribute(people, "Note", "type", 0, "defaultTypeId", 9);
    long ann =
        admin.created(
            people,
            name,
            "Ann",
            age,
            40,
            since,
            "2020-01-01",
            mail,
            "ann@example.com",
            in,
            List.of(staff, board),
            account,
            "admin",
            state,
            "Active");
    long bob =
        admin.created(
            people,
            name,
            "Bob",
            age,
            9,
            since,
            "2021-06-01",
            in,
            staff,
            boss,
            ann,
            account,
            "fred",
            state,
            "Closed");
    admin.created(people, name, "Cid Øst", age, 100, boss, bob, note, "x".repeat(300) + "End");
    admin.created(people, name, EVIL);
  }

  @Test
  public void comparisonsFindWhatTheySay() {
    Map<String, List<String>> expected =
        Map.ofEntries(
            Map.entry("objectType = Groups", List.of("Staff", "Board")),
            Map.entry("objectType = \"groups\" AND Name = staff", List.of("Staff")),
            Map.entry("objectType IN (Groups, Nothing)", List.of("Staff", "Board")),
            Map.entry("objectTypeId = " + groups, List.of("Staff", "Board")),
            Map.entry("objectSchema = \"OKTA people\" AND Age > 39", List.of("Ann", "Cid Øst")),
            Map.entry("objectSchemaId IN (" + schema + ") AND Age < 40", List.of("Bob")),
            Map.entry("Age >= 40 AND Age <= 40", List.of("Ann")),
            Map.entry("Since < 2021-01-01", List.of("Ann")),
            Map.entry("Name LIKE \"O\" AND objectType = Users", List.of("Bob", EVIL)),
            Map.entry("Name like \"ØS\"", List.of("Cid Øst")),
            Map.entry("Name STARTSWITH a AND objectType = Users", List.of("Ann", EVIL)),
            Map.entry("Name ENDSWITH ob", List.of("Bob")),
            Map.entry("Name IN (ann, \"BOB\")", List.of("Ann", "Bob")),
            Map.entry("Label = Ann", List.of("Ann")),
            Map.entry("Mail = ann@example.com", List.of("Ann")),
            Map.entry("Note ENDSWITH end", List.of("Cid Øst")),
            Map.entry("Note = \"" + "X".repeat(300) + "end\"", List.of("Cid Øst")),
            Map.entry("Note = \"" + "x".repeat(300) + "\"", List.of()),
            Map.entry("Manager = Ann", List.of("Bob")),
            Map.entry("Manager.Manager.Name = \"ann\"", List.of("Cid Øst")),
            Map.entry("Groups.\"Lead Office\" = Rome", List.of("Ann")),
            Map.entry("Groups = Board OR Manager = Bob", List.of("Ann", "Cid Øst")),
            Map.entry("\"Jira User\" = fred", List.of("Bob")),
            Map.entry("\"Jira User\" = currentUser()", List.of("Ann")),
            Map.entry("State = active", List.of("Ann")),
            Map.entry("State IN (Active, Closed)", List.of("Ann", "Bob")),
            Map.entry(
                "objectType = objectTypeAndChildren(" + groups + ")", List.of("Staff", "Board")),
            Map.entry("object HAVING inboundReferences(Name = Bob)", List.of("Staff", "Ann")),
            Map.entry(
                "object HAVING outboundReferences(objectType = Groups)", List.of("Ann", "Bob")),
            Map.entry(
                "object having inboundReferences() AND objectType = Users", List.of("Ann", "Bob")),
            Map.entry(
                "NOT object HAVING inboundReferences() AND objectType = Users",
                List.of("Cid Øst", EVIL)));
    expected.forEach((aql, labels) -> assertThat(aql, admin.find(aql), is(labels)));
  }

  @Test
  public void negationsSpeakOfTheTypesThatHaveTheAttribute() {
    assertThat(admin.find("Age != 40"), is(List.of("Bob", "Cid Øst", EVIL)));
    assertThat(admin.find("Age IS EMPTY"), is(List.of(EVIL)));
    assertThat(admin.find("Age = null"), is(List.of(EVIL)));
    assertThat(admin.find("Age IS NOT EMPTY"), is(List.of("Ann", "Bob", "Cid Øst")));
    assertThat(admin.find("Groups NOT IN (Board)"), is(List.of("Bob", "Cid Øst", EVIL)));
    assertThat(admin.find("Mail NOT LIKE ann AND NOT (Age = 9)"), is(List.of("Cid Øst", EVIL)));
    assertThat(admin.find("Key != null AND objectType = Groups").size(), is(2));
  }

  @Test
  public void keysAreFoundInAnyCase() {
    String key =
        admin
            .search("Name = Ann")
            .expect(200)
            .get("objectEntries")
            .get(0)
            .get("objectKey")
            .asText();
    assertThat(admin.find("Key = " + key.toLowerCase(java.util.Locale.ROOT)), is(List.of("Ann")));
    assertThat(admin.find("Key IN (\"" + key + "\", \"OKT-0\")"), is(List.of("Ann")));
  }

  @Test
  public void andBindsMoreThanOr() {
    String aql = "Name = Ann OR Name = Bob AND Age = 40";
    assertThat(admin.find(aql), is(List.of("Ann")));
    assertThat(admin.find("(Name = Ann OR Name = Bob) AND Age = 9"), is(List.of("Bob")));
    assertThat(admin.find("NOT Name = Ann AND Age > 0"), is(List.of("Bob", "Cid Øst")));
  }

  @Test
  public void orderIsThatOfNumbersAndTexts() {
    assertThat(
        admin.find("objectType = Users ORDER BY Age DESC"),
        is(List.of("Cid Øst", "Ann", "Bob", EVIL)));
    assertThat(
        admin.find("objectType = Users AND Age > 1 order by Name desc, Key"),
        is(List.of("Cid Øst", "Bob", "Ann")));
    assertThat(admin.find("objectType = Groups ORDER BY Label"), is(List.of("Board", "Staff")));
  }

  @Test
  public void aHostileValueFindsItselfAlone() {
    assertThat(admin.find("Name = " + Query.quote(EVIL)), is(List.of(EVIL)));
    assertThat(admin.find("Name LIKE \"%\""), is(List.of(EVIL)));
    assertThat(admin.find("Name LIKE \"_\""), is(List.of(EVIL)));
    assertThat(admin.find("Name LIKE \"!'; <\""), is(List.of(EVIL)));
  }

  @Test
  public void whatIsNotUnderstoodIsRefusedWithThePlace() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("Name =", "position 7"),
            Map.entry("Name = \"Ann", "position 8"),
            Map.entry("Name = \"A\\nn\"", "position 11"),
            Map.entry("Name ~ Ann", "position 6"),
            Map.entry("Name = Ann Bob", "position 12"),
            Map.entry("(Name = Ann", "position 12"),
            Map.entry("AND Name = Ann", "position 1"),
            Map.entry("Name IN (Ann", "position 13"),
            Map.entry("Nickname = Ann", "position 1"),
            Map.entry("Name = Ann AND name = Bob", "position 16"),
            Map.entry("Age = old", "position 1"),
            Map.entry("Age LIKE 4", "position 1"),
            Map.entry("Name = f(\"x\")", "position 1"),
            Map.entry("Mail.Name = x", "position 1"),
            Map.entry("objectTypeId = Groups", "position 1"),
            Map.entry("Name = Ann ORDER BY Nickname", "position"),
            Map.entry("(".repeat(300) + "Name = Ann" + ")".repeat(300), "nested"));
    wrong.forEach(
        (aql, place) -> {
          JsonNode refused = admin.search(aql).expect(400);
          assertThat(aql, refused.get("errorMessages").get(0).asText(), containsString(place));
          assertThat(refused.get("errors").size(), is(0));
        });
  }

  @Test
  public void pagesAreCountedFromOneAndTellTheTotal() {
    JsonNode first = admin.search("objectType = Users", "&resultPerPage=3").expect(200);
    assertThat(first.get("objectEntries").size(), is(3));
    assertThat(first.get("totalFilterCount").asInt(), is(4));
    assertThat(first.get("pageNumber").asInt(), is(1));
    assertThat(first.get("pageSize").asInt(), is(2));
    assertThat(first.get("pageObjectSize").asInt(), is(3));
    assertThat(first.get("startIndex").asInt(), is(1));
    assertThat(first.get("toIndex").asInt(), is(3));
    assertFalse(
        first.get("objectEntries").get(0).get("attributes").get(0).has("objectTypeAttribute"));
    JsonNode second = admin.search("objectType = Users", "&resultPerPage=3&page=2").expect(200);
    assertThat(second.get("objectEntries").size(), is(1));
    assertThat(second.get("toIndex").asInt(), is(4));
    JsonNode beyond = admin.search("objectType = Users", "&page=9").expect(200);
    assertThat(beyond.get("objectEntries").size(), is(0));
    assertThat(beyond.get("totalFilterCount").asInt(), is(4));
    admin.search("objectType = Users", "&page=0").refused(400);
    admin.search("objectType = Users", "&page=one").refused(400);
    admin.search("", "&resultPerPage=" + Integer.MAX_VALUE).expect(200);
    JsonNode bare = admin.search("Name = Ann", "&includeAttributes=false").expect(200);
    assertFalse(bare.get("objectEntries").get(0).has("attributes"));
    JsonNode full = admin.search("Name = Ann", "&includeTypeAttributes=true").expect(200);
    assertTrue(full.get("objectTypeAttributes").size() > 4);
    assertTrue(
        full.get("objectEntries").get(0).get("attributes").get(0).has("objectTypeAttribute"));
  }

  @Test
  public void aTypeIsReadPageByPageWithEachObjectOnce() {
    int type = admin.type(schema, "Many");
    int label = admin.attribute(type, "Name");
    List<Long> made = new ArrayList<>();
    for (int i = 0; i < 57; i++) {
      made.add(admin.created(type, label, "Same"));
    }
    List<Long> read = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      admin
          .search("objectType = Many", "&page=" + page)
          .expect(200)
          .get("objectEntries")
          .forEach(entry -> read.add(entry.get("id").asLong()));
    }
    assertThat(read, is(made));
  }

  @Test
  public void theNavigatorTakesTypeSchemaAndQuery() {
    Map<String, Object> body =
        Map.of(
            "objectTypeId",
            people,
            "objectSchemaId",
            "" + schema,
            "page",
            1,
            "resultsPerPage",
            2,
            "includeAttributes",
            true,
            "qlQuery",
            "Age > 0 ORDER BY Age");
    JsonNode found = admin.post("/object/navlist/aql", body).expect(200);
    assertThat(found.get("totalFilterCount").asInt(), is(3));
    assertThat(found.get("objectEntries").get(0).get("label").asText(), is("Bob"));
    assertTrue(found.get("objectEntries").get(0).has("attributes"));
    Map<String, Object> ordered =
        Map.of("objectTypeId", people, "orderByTypeAttrId", name, "asc", 0, "resultsPerPage", 1);
    JsonNode last =
        admin.post("/object/navlist/aql", ordered).expect(200).get("objectEntries").get(0);
    assertThat(last.get("label").asText(), is("Cid Øst"));
    assertFalse(last.has("attributes"));
    admin.post("/object/navlist/aql", Map.of("resultPerPage", 2)).refused(400);
    admin.post("/object/navlist/aql", Map.of("objectTypeId", 987654)).refused(404);
  }
}
