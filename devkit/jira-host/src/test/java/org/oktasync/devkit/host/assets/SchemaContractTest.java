package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.site.SiteOptions;

/** Schemas, object types and their attributes over REST: shapes, defaults and refusals. */
public class SchemaContractTest {
  @ClassRule
  public static final RunningHost JIRA =
      new RunningHost(o -> o.withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));

  private static int number;

  private AssetsClient admin;
  private int schema;
  private int type;

  @Before
  public void aSchema() {
    admin = new AssetsClient(JIRA.as("admin"));
    number++;
    schema = admin.schema("Schema " + number, "S" + (char) ('A' + number));
    type = admin.type(schema, "Users");
  }

  @Test
  public void aSchemaHasNumbersAsIdsAndCounts() {
    admin.created(type, admin.attribute(type, "Name"), "One");
    JsonNode one = admin.get("/objectschema/" + schema).expect(200);
    assertTrue(one.get("id").isInt());
    assertThat(one.get("objectCount").asInt(), is(1));
    assertThat(one.get("objectTypeCount").asInt(), is(1));
    assertThat(one.get("status").asText(), is("Ok"));
    assertTrue(one.get("created").asText().endsWith("Z"));
    JsonNode list = admin.get("/objectschema/list").expect(200).get("objectschemas");
    assertTrue(ids(list).contains(schema));
  }

  private static List<Integer> ids(JsonNode list) {
    List<Integer> ids = new java.util.ArrayList<>();
    list.forEach(entry -> ids.add(entry.get("id").asInt()));
    return ids;
  }

  @Test
  public void reservedCharactersAreRefusedInNamesOfSchemasAndTypes() {
    for (String character : "= ; : ? . \"".split(" ")) {
      String name = "My" + character + "name";
      JsonNode refused =
          admin
              .post("/objectschema/create", Map.of("name", name, "objectSchemaKey", "XYZ"))
              .expect(400);
      assertTrue(character, refused.get("errors").has("name"));
      assertTrue(refused.get("errorMessages").isArray());
      admin
          .post("/objecttype/create", Map.of("name", name, "iconId", 1, "objectSchemaId", schema))
          .refused(400);
      admin.put("/objecttype/" + type, Map.of("name", name)).refused(400);
      admin.put("/objectschema/" + schema, Map.of("name", name)).refused(400);
    }
  }

  @Test
  public void namesAndKeysAreTakenOnce() {
    String taken = "schema " + number;
    admin
        .post("/objectschema/create", Map.of("name", taken, "objectSchemaKey", "NEW"))
        .refused(400);
    for (String key : List.of("S" + (char) ('A' + number), "abc", "A", "TOOLONGAKEY", "A1")) {
      admin
          .post("/objectschema/create", Map.of("name", "Other", "objectSchemaKey", key))
          .refused(400);
    }
    admin
        .post("/objecttype/create", Map.of("name", "USERS", "iconId", 1, "objectSchemaId", schema))
        .refused(400);
  }

  @Test
  public void aReadSchemaCanBeSentBackChanged() {
    JsonNode read = admin.get("/objectschema/" + schema).expect(200);
    Map<String, Object> body = new HashMap<>();
    read.fields().forEachRemaining(field -> body.put(field.getKey(), field.getValue()));
    body.put("description", "Changed");
    JsonNode changed = admin.put("/objectschema/" + schema, body).expect(200);
    assertThat(changed.get("description").asText(), is("Changed"));
    assertThat(changed.get("name").asText(), is("Schema " + number));
  }

  @Test
  public void numbersMayBeTextsButTextsAreNoNumbers() {
    Map<String, Object> body =
        Map.of("name", "Groups", "iconId", "2", "objectSchemaId", "" + schema);
    JsonNode made = admin.post("/objecttype/create", body).expect(201);
    assertTrue(made.get("objectSchemaId").isInt());
    admin
        .post(
            "/objecttype/create", Map.of("name", "Apps", "iconId", "two", "objectSchemaId", schema))
        .refused(400);
    admin.post("/objecttype/create", Map.of("name", "Apps", "objectSchemaId", schema)).refused(400);
    admin
        .post("/objecttype/create", Map.of("name", "Apps", "iconId", 999, "objectSchemaId", schema))
        .refused(400);
    admin
        .post(
            "/objecttype/create",
            Map.of("name", "Apps", "iconId", 1, "objectSchemaId", schema, "color", "red"))
        .refused(400);
  }

  @Test
  public void everyTypeHasKeyNameCreatedAndUpdated() {
    JsonNode all = admin.get("/objecttype/" + type + "/attributes").expect(200);
    assertTrue(all.isArray());
    assertThat(all.size(), is(4));
    JsonNode key = all.get(0);
    assertThat(key.get("name").asText(), is("Key"));
    assertFalse(key.get("editable").asBoolean());
    assertTrue(key.get("system").asBoolean());
    JsonNode name = all.get(1);
    assertTrue(name.get("label").asBoolean());
    assertTrue(name.get("editable").asBoolean());
    assertThat(name.get("minimumCardinality").asInt(), is(1));
    assertThat(name.get("defaultType").get("name").asText(), is("Text"));
    assertThat(all.get(2).get("defaultType").get("id").asInt(), is(6));
    int created = all.get(2).get("id").asInt();
    admin.call("DELETE", "/objecttypeattribute/" + created, null).refused(400);
    admin.call("DELETE", "/objecttypeattribute/" + name.get("id").asInt(), null).refused(400);
    admin
        .put(
            "/objecttypeattribute/" + type + "/" + created,
            AssetsClient.fields("Made", "type", 0, "defaultTypeId", 6))
        .refused(400);
  }

  @Test
  public void aReferenceTellsItsTypesAndNeedsThem() {
    int groups = admin.type(schema, "Groups");
    JsonNode made =
        admin
            .post(
                "/objecttypeattribute/" + type,
                AssetsClient.fields(
                    "Groups",
                    "type",
                    1,
                    "typeValue",
                    groups,
                    "additionalValue",
                    "3",
                    "maximumCardinality",
                    -1))
            .expect(201);
    assertThat(made.get("referenceObjectTypeId").asInt(), is(groups));
    assertThat(made.get("referenceObjectType").get("name").asText(), is("Groups"));
    assertThat(made.get("referenceType").get("name").asText(), is("Reference"));
    assertThat(made.get("maximumCardinality").asInt(), is(-1));
    assertFalse(made.has("defaultType"));
    JsonNode silent =
        admin
            .post(
                "/objecttypeattribute/" + type,
                AssetsClient.fields("Boss", "type", 1, "typeValue", groups))
            .expect(400);
    assertThat(silent.get("errors").size(), is(0));
    admin
        .post(
            "/objecttypeattribute/" + type,
            AssetsClient.fields("Boss", "type", 1, "typeValue", 9999, "additionalValue", "3"))
        .refused(400);
    admin.call("DELETE", "/objecttype/" + groups, null).refused(400);
  }

  @Test
  public void attributesAreCheckedBeforeTheyAreStored() {
    String path = "/objecttypeattribute/" + type;
    Object[][] wrong = {
      {"type", 0, "defaultTypeId", 99},
      {"type", 0},
      {"type", 5},
      {"type", "text", "defaultTypeId", 0},
      {"type", 0, "defaultTypeId", 0, "maximumCardinality", 0},
      {"type", 0, "defaultTypeId", 0, "minimumCardinality", 3, "maximumCardinality", 2},
      {"type", 0, "defaultTypeId", 0, "regexValidation", "("},
      {"type", 0, "defaultTypeId", 0, "uniqueAttribute", "perhaps"},
      {"type", 2, "uniqueAttribute", true},
      {"type", 0, "defaultTypeId", 0, "cardinality", 1}
    };
    for (Object[] fields : wrong) {
      assertThat(
          List.of(fields).toString(),
          admin.post(path, AssetsClient.fields("Wrong", fields)).status(),
          is(400));
    }
    admin.post(path, AssetsClient.fields("name", "type", 0, "defaultTypeId", 0)).refused(400);
    admin.post(path, Map.of("type", 0, "defaultTypeId", 0)).refused(400);
  }

  @Test
  public void whatAnUpdateLeavesOutStays() {
    int mail =
        admin.attribute(
            type, "Mail", "type", 0, "defaultTypeId", 8, "maximumCardinality", -1, "hidden", true);
    JsonNode changed =
        admin
            .put(
                "/objecttypeattribute/" + type + "/" + mail,
                AssetsClient.fields("E-mail", "type", 0, "defaultTypeId", 8))
            .expect(200);
    assertThat(changed.get("name").asText(), is("E-mail"));
    assertThat(changed.get("maximumCardinality").asInt(), is(-1));
    assertTrue(changed.get("hidden").asBoolean());
  }

  @Test
  public void anAttributeKeepsWhatItsObjectsHave() {
    int name = admin.attribute(type, "Name");
    int tags =
        admin.attribute(type, "Tags", "type", 0, "defaultTypeId", 0, "maximumCardinality", -1);
    long object = admin.created(type, name, "One", tags, List.of("a", "b"));
    admin.created(type, name, "Two", tags, "a");
    String path = "/objecttypeattribute/" + type + "/" + tags;
    admin.put(path, AssetsClient.fields("Tags", "type", 0, "defaultTypeId", 1)).refused(400);
    Map<String, Object> single =
        AssetsClient.fields("Tags", "type", 0, "defaultTypeId", 0, "maximumCardinality", 1);
    admin.put(path, single).refused(400);
    single.put("removeExcessCardinality", true);
    admin.put(path, single).expect(200);
    assertThat(admin.find("Tags = b"), is(List.of()));
    assertThat(admin.find("Tags = a"), is(List.of("One", "Two")));
    Map<String, Object> unique =
        AssetsClient.fields("Tags", "type", 0, "defaultTypeId", 0, "uniqueAttribute", true);
    admin.put(path, unique).refused(400);
    admin.call("DELETE", "/object/" + object, null).expect(200);
    admin.put(path, unique).expect(200);
    admin.create(type, name, "Three", tags, "A").refused(400);
    admin.call("DELETE", "/objecttypeattribute/" + tags, null).refused(204);
    admin.search("Tags = a").refused(400);
  }

  @Test
  public void anotherAttributeCanBeTheLabel() {
    int name = admin.attribute(type, "Name");
    int login = admin.text(type, "Login");
    admin.created(type, name, "Ann", login, "ann1");
    admin
        .put(
            "/objecttypeattribute/" + type + "/" + login,
            AssetsClient.fields("Login", "type", 0, "defaultTypeId", 0, "label", "true"))
        .expect(200);
    assertThat(admin.find("Name = Ann AND objectTypeId = " + type), is(List.of("ann1")));
    admin.create(type, name, "Bob").refused(400);
  }

  @Test
  public void childrenInheritWhatTheirParentHandsDown() {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "name",
                "Hardware",
                "iconId",
                1,
                "objectSchemaId",
                schema,
                "inherited",
                true,
                "abstractObjectType",
                true));
    int parent = admin.post("/objecttype/create", body).expect(201).get("id").asInt();
    int serial = admin.text(parent, "Serial");
    JsonNode child =
        admin
            .post(
                "/objecttype/create",
                Map.of(
                    "name",
                    "Laptop",
                    "iconId",
                    1,
                    "objectSchemaId",
                    schema,
                    "parentObjectTypeId",
                    parent))
            .expect(201);
    assertTrue(child.get("parentObjectTypeInherited").asBoolean());
    int laptop = child.get("id").asInt();
    admin.created(laptop, admin.attribute(parent, "Name"), "L1", serial, "42");
    admin.create(parent, admin.attribute(parent, "Name"), "H1").refused(400);
    String children = "objectType = objectTypeAndChildren(\"Hardware\")";
    assertThat(admin.find(children + " AND Serial = 42"), is(List.of("L1")));
    assertThat(admin.find("objectTypeId = " + parent), is(List.of()));
  }

  @Test
  public void deletedThingsAreGoneWithEverything() {
    int name = admin.attribute(type, "Name");
    long object = admin.created(type, name, "One");
    JsonNode gone = admin.call("DELETE", "/objecttype/" + type, null).expect(200);
    assertThat(gone.get("id").asInt(), is(type));
    admin.get("/objecttype/" + type).refused(404);
    admin.get("/object/" + object).refused(404);
    admin.create(type, name, "Two").refused(404);
    assertThat(
        admin.call("DELETE", "/objectschema/" + schema, null).expect(200).get("id").asInt(),
        is(schema));
    admin.get("/objectschema/" + schema).refused(404);
  }

  @Test
  public void iconsAndReferenceTypesAreLists() {
    JsonNode icons = admin.get("/icon/global").expect(200);
    assertTrue(icons.size() > 5);
    int id = icons.get(0).get("id").asInt();
    assertThat(admin.get("/icon/" + id).expect(200).get("id").asInt(), is(id));
    assertTrue(admin.get("/icon/objectschema/" + schema).expect(200).isArray());
    JsonNode types = admin.get("/config/referencetype").expect(200);
    assertThat(types.size(), is(5));
    assertTrue(admin.get("/config/referencetype?objectSchemaId=" + schema).expect(200).isArray());
  }

  @Test
  public void statusesHaveShortNamesAndThreeCategories() {
    JsonNode all = admin.get("/config/statustype").expect(200);
    assertThat(all.get(0).get("name").asText(), is("Active"));
    String longName = "x".repeat(31);
    admin.post("/config/statustype", Map.of("name", longName, "category", 1)).refused(400);
    admin.post("/config/statustype", Map.of("name", "Odd", "category", 3)).refused(400);
    admin.post("/config/statustype", Map.of("name", "active", "category", 1)).refused(400);
    JsonNode made =
        admin
            .post(
                "/config/statustype",
                Map.of("name", "Left", "category", 0, "objectSchemaId", schema))
            .expect(201);
    int id = made.get("id").asInt();
    JsonNode own = admin.get("/config/statustype?objectSchemaId=" + schema).expect(200);
    assertTrue(ids(own).contains(id));
    assertFalse(ids(admin.get("/config/statustype").expect(200)).contains(id));
    assertThat(
        admin
            .put("/config/statustype/" + id, Map.of("name", "Gone", "category", 2))
            .expect(200)
            .get("category")
            .asInt(),
        is(2));
    admin.call("DELETE", "/config/statustype/" + id, null).refused(204);
    admin.get("/config/statustype/" + id).refused(404);
  }
}
