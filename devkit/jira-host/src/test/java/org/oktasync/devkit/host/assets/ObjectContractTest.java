package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.site.SiteOptions;

/** Objects over REST: their form, what each kind of attribute takes, and what is refused. */
public class ObjectContractTest {
  @ClassRule
  public static final RunningHost JIRA =
      new RunningHost(o -> o.withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));

  private static int number;

  private AssetsClient admin;
  private int type;
  private int name;

  @Before
  public void aType() {
    admin = new AssetsClient(JIRA.as("admin"));
    number++;
    int schema = admin.schema("Objects " + number, "OB" + (char) ('A' + number));
    type = admin.type(schema, "Things");
    name = admin.attribute(type, "Name");
  }

  private int plain(int defaultType) {
    return admin.attribute(type, "Plain", "type", 0, "defaultTypeId", defaultType);
  }

  private JsonNode values(JsonNode object, int attribute) {
    for (JsonNode field : object.get("attributes")) {
      if (field.get("objectTypeAttributeId").asInt() == attribute) {
        return field.get("objectAttributeValues");
      }
    }
    return null;
  }

  private JsonNode read(long id) {
    return admin.get("/object/" + id).expect(200);
  }

  @Test
  public void anObjectHasTheFormOfAssets() {
    JsonNode made = admin.create(type, name, "One").expect(201);
    long id = made.get("id").asLong();
    JsonNode object = read(id);
    assertTrue(object.get("id").isInt());
    assertThat(object.get("objectKey").asText(), is("OB" + (char) ('A' + number) + "-" + id));
    assertThat(object.get("label").asText(), is("One"));
    assertThat(object.get("objectType").get("id").asInt(), is(type));
    assertFalse(object.get("archived").asBoolean());
    assertThat(object.get("attributes").size(), is(4));
    JsonNode value = values(object, name).get(0);
    assertThat(value.get("value").asText(), is("One"));
    assertThat(value.get("displayValue").asText(), is("One"));
    assertThat(value.get("searchValue").asText(), is("One"));
    assertFalse(value.get("referencedType").asBoolean());
    JsonNode created = values(object, admin.attribute(type, "Created")).get(0);
    assertTrue(created.get("value").asText().matches("\\d{4}-.*\\.\\d{3}Z"));
    JsonNode attributes = admin.get("/object/" + id + "/attributes").expect(200);
    assertTrue(attributes.isArray());
    assertThat(attributes.get(1).get("objectTypeAttribute").get("name").asText(), is("Name"));
    assertFalse(
        admin.get("/object/" + id + "?includeAttributes=false").expect(200).has("attributes"));
    assertThat(
        admin.get("/object/" + object.get("objectKey").asText()).expect(200).get("id").asLong(),
        is(id));
  }

  @Test
  public void theOldAddressAnswersTheSame() {
    long id = admin.created(type, name, "One");
    JsonNode old = JIRA.as("admin").get("/rest/insight/1.0/object/" + id).expect(200);
    assertThat(old, is(read(id)));
    JsonNode found =
        JIRA.as("admin").get("/rest/insight/1.0/iql/objects?iql=objectId=" + id).expect(200);
    assertThat(found.get("totalFilterCount").asInt(), is(1));
  }

  @Test
  public void eachKindTakesItsValuesAndNoOther() {
    Object[][] kinds = {
      {0, List.of("x", "<b>&", "x".repeat(255)), List.of("x".repeat(256))},
      {1, List.of("7", 7, "-1"), List.of("7.5", "seven", "99999999999")},
      {2, List.of("true", "FALSE", true), List.of("yes", "1")},
      {3, List.of("7.5", 3, "1e3"), List.of("x", "NaN")},
      {4, List.of("2026-02-28"), List.of("2026-02-30", "28.02.2026", "28/Feb/26")},
      {5, List.of("23:59", "08:30:15"), List.of("24:30", "8 am")},
      {6, List.of("2026-02-28T12:00:00Z", "2026-02-28T12:00+01:00"), List.of("2026-02-28")},
      {7, List.of("https://example.com/?a=b"), List.of("example.com", "not a url", "http:")},
      {8, List.of("ann@example.com"), List.of("ann", "ann@", "ann@example", "a b@c.de")},
      {9, List.of("x".repeat(5000)), List.of()},
      {11, List.of("10.0.0.1", "2001:db8::1"), List.of("10.0.0.256", "localhost")}
    };
    for (Object[] kind : kinds) {
      int attribute = admin.attribute(type, "Kind " + kind[0], "type", 0, "defaultTypeId", kind[0]);
      for (Object good : (List<?>) kind[1]) {
        admin.create(type, name, "Good", attribute, good).expect(201);
      }
      for (Object bad : (List<?>) kind[2]) {
        JsonNode refused = admin.create(type, name, "Bad", attribute, bad).expect(400);
        assertTrue(
            kind[0] + " " + bad, refused.get("errors").has("rlabs-insight-attribute-" + attribute));
      }
    }
  }

  @Test
  public void valuesComeBackAsTextsHoweverTheyWereSent() {
    int integer = plain(1);
    JsonNode value = values(read(admin.created(type, name, "One", integer, 7)), integer).get(0);
    assertTrue(value.get("value").isTextual());
    assertThat(value.get("value").asText(), is("7"));
    int moment = admin.attribute(type, "Moment", "type", 0, "defaultTypeId", 6);
    long id = admin.created(type, name, "Two", moment, "2026-02-28T13:00:00+01:00");
    JsonNode time = values(read(id), moment).get(0);
    assertThat(time.get("value").asText(), is("2026-02-28T12:00:00.000Z"));
    assertThat(time.get("displayValue").asText(), is("28/Feb/26 12:00 PM"));
  }

  @Test
  public void selectsOfferTheirOptionsAlone() {
    int select =
        admin.attribute(type, "Size", "type", 0, "defaultTypeId", 10, "options", "small, large");
    admin.create(type, name, "One", select, "large").expect(201);
    admin.create(type, name, "Two", select, "huge").refused(400);
    int empty = admin.attribute(type, "Color", "type", 0, "defaultTypeId", 10);
    admin.create(type, name, "Three", empty, "red").refused(400);
  }

  @Test
  public void referencesLeadToObjectsOfTheirTypeByNumberOrKey() {
    int schema = admin.get("/objecttype/" + type).expect(200).get("objectSchemaId").asInt();
    int groups = admin.type(schema, "Groups");
    int member = admin.reference(type, "Groups", groups);
    long group = admin.created(groups, admin.attribute(groups, "Name"), "Everyone");
    long other = admin.created(type, name, "Other");
    String key = read(group).get("objectKey").asText();
    long id = admin.created(type, name, "One", member, List.of(group, key));
    JsonNode all = values(read(id), member);
    assertThat(all.size(), is(1));
    assertThat(all.get(0).get("referencedObject").get("id").asLong(), is(group));
    assertThat(all.get(0).get("displayValue").asText(), is("Everyone"));
    assertThat(all.get(0).get("searchValue").asText(), is(key));
    assertTrue(all.get(0).get("referencedType").asBoolean());
    assertFalse(all.get(0).has("value"));
    admin.create(type, name, "Two", member, 987654).refused(400);
    admin.create(type, name, "Two", member, "Everyone").refused(400);
    admin.create(type, name, "Two", member, other).refused(400);
    JsonNode info = admin.get("/object/" + group + "/referenceinfo").expect(200);
    assertThat(info.get(0).get("objectType").get("id").asInt(), is(type));
    assertThat(info.get(0).get("numberOfReferencedObjects").asInt(), is(1));
    assertThat(info.get(0).get("referenceTypes").get(0).get("name").asText(), is("Reference"));
    admin.call("DELETE", "/object/" + group, null).expect(200);
    assertThat(values(read(id), member) == null, is(true));
  }

  @Test
  public void usersAreGivenByKeyOrNameAndMustExist() {
    int user = admin.attribute(type, "User", "type", 2);
    String key = JIRA.host().users().keyOf("fred").orElseThrow();
    for (String given : List.of("fred", key)) {
      JsonNode value = values(read(admin.created(type, name, "One", user, given)), user).get(0);
      assertThat(value.get("user").get("key").asText(), is(key));
      assertThat(value.get("user").get("name").asText(), is("fred"));
      assertThat(value.get("displayValue").asText(), is("Fred Normal"));
      assertThat(value.get("searchValue").asText(), is(key));
      assertFalse(value.has("value"));
    }
    admin.create(type, name, "Two", user, "ghost").refused(400);
    admin.create(type, name, "Two", user, "fred@example.com").refused(400);
    int few =
        admin.attribute(type, "Boss", "type", 2, "typeValueMulti", List.of("jira-administrators"));
    admin.create(type, name, "Two", few, "admin").expect(201);
    admin.create(type, name, "Two", few, "fred").refused(400);
  }

  @Test
  public void statusesAndGroupsAreThoseThatExist() {
    int status = admin.attribute(type, "State", "type", 7);
    JsonNode value = values(read(admin.created(type, name, "One", status, "1")), status).get(0);
    assertThat(value.get("status").get("name").asText(), is("Active"));
    assertThat(value.get("searchValue").asText(), is("Active"));
    admin.create(type, name, "Two", status, "Active").expect(201);
    admin.create(type, name, "Two", status, "Dreaming").refused(400);
    admin.call("DELETE", "/config/statustype/1", null).refused(400);
    int group = admin.attribute(type, "Group", "type", 4);
    admin.create(type, name, "Two", group, "jira-administrators").expect(201);
    admin.create(type, name, "Two", group, "nobody").refused(400);
  }

  @Test
  public void cardinalitiesAreKept() {
    int two =
        admin.attribute(
            type,
            "Pair",
            "type",
            0,
            "defaultTypeId",
            0,
            "minimumCardinality",
            1,
            "maximumCardinality",
            2);
    admin.create(type, name, "None").refused(400);
    admin.create(type, name, "Three", two, List.of("a", "b", "c")).refused(400);
    long id = admin.created(type, name, "Two", two, List.of("a", "b"));
    Map<String, Object> cleared = AssetsClient.object(type, two, List.of());
    admin.put("/object/" + id, cleared).refused(400);
    admin.create(type, two, "a").refused(400);
    int regex =
        admin.attribute(type, "Code", "type", 0, "defaultTypeId", 0, "regexValidation", "[A-Z]{3}");
    admin.create(type, name, "Good", two, "a", regex, "ABC").expect(201);
    admin.create(type, name, "Bad", two, "a", regex, "abcd").refused(400);
  }

  @Test
  public void uniqueValuesClashWithoutRegardToCase() {
    int unique =
        admin.attribute(type, "Id", "type", 0, "defaultTypeId", 0, "uniqueAttribute", true);
    long first = admin.created(type, name, "One", unique, "00u1");
    JsonNode refused = admin.create(type, name, "Two", unique, "00U1").expect(400);
    assertTrue(refused.get("errors").has("rlabs-insight-attribute-" + unique));
    admin.put("/object/" + first, AssetsClient.object(type, unique, "00u1")).expect(200);
    admin.create(type, name, "Two", unique, "00u2").expect(201);
    admin.create(type, name, "Three").expect(201);
    admin.create(type, name, "Four").expect(201);
  }

  @Test
  public void anUpdateReplacesWhatItNamesAndNothingElse() {
    int tags =
        admin.attribute(type, "Tags", "type", 0, "defaultTypeId", 0, "maximumCardinality", -1);
    int note = admin.text(type, "Note");
    long id = admin.created(type, name, "One", tags, List.of("a", "b"), note, "n");
    JsonNode renamed =
        admin
            .put(
                "/object/" + id,
                Map.of("attributes", AssetsClient.object(type, name, "Two").get("attributes")))
            .expect(200);
    assertThat(renamed.get("label").asText(), is("Two"));
    assertThat(values(renamed, tags).size(), is(2));
    admin.put("/object/" + id, AssetsClient.object(type, tags, List.of())).expect(200);
    assertThat(values(read(id), tags) == null, is(true));
    assertThat(values(read(id), note).get(0).get("value").asText(), is("n"));
    admin.put("/object/" + id, AssetsClient.object(type + 1, name, "X")).refused(400);
    admin.put("/object/" + id, AssetsClient.object(type, 987654, "X")).refused(400);
    admin.put("/object/987654", AssetsClient.object(type, name, "X")).refused(404);
  }

  @Test
  public void whatIsSaidOfAssetsOwnAttributesIsIgnored() {
    int key = admin.attribute(type, "Key");
    long id = admin.created(type, name, "One", key, "MINE-1");
    String given = read(id).get("objectKey").asText();
    admin.put("/object/" + id, AssetsClient.object(type, key, "MINE-2", name, "Two")).expect(200);
    assertThat(read(id).get("objectKey").asText(), is(given));
  }

  @Test
  public void aRefusedObjectLeavesNothingAndNamesEveryFault() {
    int integer = plain(1);
    int mail = admin.attribute(type, "Mail", "type", 0, "defaultTypeId", 8);
    JsonNode refused = admin.create(type, name, "One", integer, "x", mail, "y").expect(400);
    assertThat(refused.get("errors").size(), is(2));
    assertThat(admin.find("objectTypeId = " + type), is(List.of()));
    admin.post("/object/create", Map.of("objectTypeId", type)).refused(400);
    admin.post("/object/create", Map.of("objectTypeId", "x", "attributes", List.of())).refused(400);
    JIRA.as("admin").call("POST", AssetsClient.ROOT + "/object/create", "{").refused(400);
    JIRA.as("admin").call("POST", AssetsClient.ROOT + "/object/create", "").refused(400);
  }

  @Test
  public void oneAttributeIsWrittenOnItsOwnAndReplaced() {
    int note = admin.text(type, "Note");
    long id = admin.created(type, name, "One");
    for (String text : List.of("first", "second")) {
      JsonNode written =
          admin
              .post(
                  "/objectattribute/create",
                  Map.of(
                      "objectId",
                      id,
                      "objectTypeAttributeId",
                      note,
                      "objectAttributeValues",
                      List.of(Map.of("value", text))))
              .expect(201);
      assertThat(written.get("objectTypeAttributeId").asInt(), is(note));
      assertThat(written.get("objectAttributeValues").size(), is(1));
    }
    assertThat(values(read(id), note).get(0).get("value").asText(), is("second"));
  }

  @Test
  public void theHistoryTellsWhoChangedWhat() {
    long id = admin.created(type, name, "One");
    admin.put("/object/" + id, AssetsClient.object(type, name, "Two")).expect(200);
    admin.put("/object/" + id, AssetsClient.object(type, name, "Two")).expect(200);
    JsonNode history = admin.get("/object/" + id + "/history?asc=true").expect(200);
    assertThat(history.size(), is(2));
    JsonNode change = history.get(1);
    assertThat(change.get("actor").get("name").asText(), is("admin"));
    assertThat(change.get("affectedAttribute").asText(), is("Name"));
    assertThat(change.get("oldValue").asText(), is("One"));
    assertThat(change.get("newValue").asText(), is("Two"));
    assertTrue(change.get("created").asText().endsWith("Z"));
  }

  @Test
  public void archivedObjectsAreOutOfSightUntilTheyAreRestored() {
    long id = admin.created(type, name, "One");
    String key = read(id).get("objectKey").asText();
    assertTrue(admin.put("/object/archive/" + key, null).expect(200).get("archived").asBoolean());
    assertThat(admin.find("objectTypeId = " + type), is(List.of()));
    admin.put("/object/" + id, AssetsClient.object(type, name, "Two")).refused(400);
    int schema = read(id).get("objectType").get("objectSchemaId").asInt();
    JsonNode page = admin.get("/object/archived?objectSchemaId=" + schema).expect(200);
    assertThat(page.get("results").get(0).get("key").asText(), is(key));
    assertThat(page.get("total").asInt(), is(1));
    admin.put("/object/restore/" + id, null).expect(200);
    assertThat(admin.find("objectTypeId = " + type), is(List.of("One")));
  }

  @Test
  public void manyAreArchivedBehindAProgress() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      keys.add(read(admin.created(type, name, "N" + i)).get("objectKey").asText());
    }
    JsonNode progress = admin.post("/object/archive/by-keys", keys).expect(200);
    assertThat(progress.get("status").asText(), is("IN_PROGRESS"));
    JsonNode done = ended(progress);
    assertThat(done.get("status").asText(), is("FINISHED"));
    assertThat(done.get("result").asText(), is("OK"));
    assertThat(admin.find("objectTypeId = " + type), is(List.of()));
    ended(admin.post("/object/restore/by-keys", keys).expect(200));
    assertThat(admin.find("objectTypeId = " + type).size(), is(3));
    JsonNode failed = ended(admin.post("/object/archive/by-keys", List.of("NO-1")).expect(200));
    assertThat(failed.get("result").asText(), is("FAILED"));
    int schema = admin.get("/objecttype/" + type).expect(200).get("objectSchemaId").asInt();
    Map<String, Object> filter =
        Map.of(
            "objectSchemaId",
            schema,
            "qlQuerySearch",
            true,
            "qlQueryParams",
            Map.of("qlQuery", "Name IN (N0, N2)"));
    JsonNode filtered = admin.post("/object/archive/by-filter", filter).expect(200);
    assertThat(filtered.get("category").asText(), is("archive-objects"));
    ended(filtered);
    assertThat(admin.find("objectTypeId = " + type), is(List.of("N1")));
    Map<String, Object> trap = Map.of("objectSchemaId", schema, "qlQuerySearch", "Name = N1");
    admin.post("/object/archive/by-filter", trap).refused(400);
    admin.call("POST", "/object/restore/by-filter?objectSchemaId=" + schema, Map.of()).expect(200);
    assertThat(admin.find("objectTypeId = " + type).size(), is(3));
    admin.get("/progress/category/archive-objects/987654").refused(404);
  }

  private JsonNode ended(JsonNode progress) {
    String path = "/progress/category/%s/%s";
    return admin
        .get(path.formatted(progress.get("category").asText(), progress.get("resourceId").asText()))
        .expect(200);
  }
}
