package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.site.SiteOptions;

/** The strict reading of what public evidence leaves in doubt, and the limits of a site. */
public class StrictReadingTest {
  @Rule
  public final RunningHost jira =
      new RunningHost(
          o ->
              o.withSite(
                  SiteOptions.NONE.withAssets(
                      AssetsOptions.STRICT.withRoleCalls(false).withObjectLimit(3))));

  private AssetsClient admin;
  private int schema;
  private int type;
  private int name;

  @Before
  public void aType() {
    admin = new AssetsClient(jira.as("admin"));
    schema = admin.schema("Okta", "OKT");
    type = admin.type(schema, "Users");
    name = admin.attribute(type, "Name");
  }

  @Test
  public void labelsHaveNoReservedCharactersButOtherTextsHave() {
    int mail = admin.text(type, "Mail");
    for (String label : new String[] {"ann@example.com", "a=b", "a;b", "a:b", "a?b", "a\"b"}) {
      admin.create(type, name, label).refused(400);
    }
    admin.create(type, name, "Ann", mail, "ann@example.com").expect(201);
  }

  @Test
  public void textsAndDescriptionsAreShort() {
    admin.create(type, name, "x".repeat(255)).refused(400);
    admin.create(type, name, "x".repeat(254)).expect(201);
    admin.put("/objectschema/" + schema, Map.of("description", "x".repeat(74))).refused(400);
    admin.put("/objecttype/" + type, Map.of("description", "x".repeat(71))).refused(400);
    admin.put("/objecttype/" + type, Map.of("description", "x".repeat(70))).expect(200);
  }

  @Test
  public void objectsAreNamedByNumber() {
    JsonNode made = admin.create(type, name, "Ann").expect(201);
    String key = made.get("objectKey").asText();
    admin.get("/object/" + key).refused(404);
    admin.put("/object/" + key, AssetsClient.object(type, name, "Bob")).refused(404);
    admin
        .put("/object/" + made.get("id").asLong(), AssetsClient.object(type, name, "Bob"))
        .expect(201);
    admin.put("/object/archive/" + key, null).expect(200);
  }

  @Test
  public void whatAnUpdateLeavesOutFallsBackToItsDefault() {
    int tags =
        admin.attribute(type, "Tags", "type", 0, "defaultTypeId", 0, "maximumCardinality", -1);
    JsonNode changed =
        admin
            .put(
                "/objecttypeattribute/" + type + "/" + tags,
                AssetsClient.fields("Labels", "type", 0, "defaultTypeId", 0))
            .expect(200);
    assertThat(changed.get("maximumCardinality").asInt(), is(1));
  }

  @Test
  public void aSiteHasRoomForSoManyObjects() {
    for (int i = 0; i < 3; i++) {
      admin.created(type, name, "N" + i);
    }
    admin.create(type, name, "N3").refused(400);
  }

  @Test
  public void rolesAreNotOffered() {
    admin.get("/config/role/objectschema/" + schema).refused(404);
    admin.get("/config/role/1").refused(404);
  }
}
