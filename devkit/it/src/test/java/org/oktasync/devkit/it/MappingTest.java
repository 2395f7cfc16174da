package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;

/** A mapping of Assets is written with the help of what Okta and Assets really have. */
public class MappingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCESS =
      """
      key:id=Username
      map:profile.firstName=Firstname
      map:profile.lastName=Lastname
      map:roles=Roles|Name=${roles}
      map:groups=Groups|Name=${groups}
      map:apps=Apps|Name=${apps}
      config:section=roles,groups,apps
      """;

  private static final String GROUPS =
      """
      Groups:
      key:id=Group ID
      map:profile.name=Group Name
      map:profile.description=Group Desc
      config:data_source=/api/v1/groups
      """;

  private static final String APPS =
      "Apps:\nkey:id=App ID\nmap:label=App Name\nconfig:data_source=/api/v1/apps\n";

  private static final String DEVICES =
      """
      Devices:
      key:id=DeviceID
      map:profile.displayName=Device Name
      map:profile.platform=Device Platform
      map:_embedded.users.0.user.profile.email=Email
      config:data_source=/api/v1/devices?limit=200&expand=userSummary
      """;

  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "30", "--groups", "6", "--clean");
    connection = lab.connect();
    String schema = create("/objectschema/create", "name", "Okta", "objectSchemaKey", "OKT");
    String users =
        create("/objecttype/create", "name", "Users", "iconId", "1", "objectSchemaId", schema);
    create("/objecttypeattribute/" + users, "name", "Username", "type", "0", "defaultTypeId", "0");
    create("/objecttypeattribute/" + users, "name", "Age", "type", "0", "defaultTypeId", "1");
    ObjectNode settings = (ObjectNode) lab.rest.get(path("")).expect(200);
    ObjectNode assets = (ObjectNode) settings.get("assets");
    assets.put("schemaId", schema).put("token", token());
    lab.rest.put(path(""), settings.toString()).expect(200);
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static String path(String rest) {
    return "/connections/" + connection + rest;
  }

  private static String token() {
    return lab.rest
        .call("POST", "/rest/pat/latest/tokens", "{\"name\":\"assets\"}")
        .expect(201)
        .path("rawToken")
        .asText();
  }

  /** Makes something in Assets; whole numbers are written as such. Answers its id. */
  private static String create(String path, String... pairs) {
    ObjectNode body = JSON.createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1].matches("\\d+")) {
        body.put(pairs[i], Integer.parseInt(pairs[i + 1]));
      } else {
        body.put(pairs[i], pairs[i + 1]);
      }
    }
    return Rest.withToken(lab.host.baseUrl(), token())
        .call("POST", "/rest/assets/1.0" + path, body.toString())
        .expect(201)
        .path("id")
        .asText();
  }

  private static JsonNode check(String text) {
    String body = JSON.createObjectNode().put("text", text).toString();
    return lab.rest.post(path("/assets/mapping/check"), body).expect(200);
  }

  private static JsonNode preview(String text, String mapping) {
    String body = JSON.createObjectNode().put("text", text).put("mapping", mapping).toString();
    return lab.rest.post(path("/assets/mapping/preview"), body).expect(200);
  }

  private static List<String> codes(JsonNode array) {
    List<String> codes = new ArrayList<>();
    array.forEach(one -> codes.add(one.path("line").asInt() + " " + one.path("code").asText()));
    return codes;
  }

  /** The values of a previewed object by attribute. */
  private static Map<String, List<String>> values(JsonNode object) {
    Map<String, List<String>> values = new TreeMap<>();
    for (JsonNode attribute : object.path("attributes")) {
      List<String> several = new ArrayList<>();
      attribute.path("values").forEach(value -> several.add(value.asText()));
      values.put(attribute.path("name").asText(), several);
    }
    return values;
  }

  @Test
  public void aMappingIsComparedWithTheSchemaAndWithOkta() {
    JsonNode answer = check("key:id=Username\nmap:profile.login=Nane\nmap:created=Age\n");
    assertEquals(List.of(), codes(answer.path("notices")));
    assertEquals(
        List.of(
            "1 schema-required-unmapped",
            "2 schema-attribute-missing-suggested",
            "3 schema-type-mismatch"),
        codes(answer.path("errors")));
    String message = answer.path("errors").path(1).path("message").asText();
    assertTrue(message, message.contains("Did you mean \"Name\"?"));
  }

  @Test
  public void conflictsOfKeysAreMendedByTheirFix() {
    JsonNode answer = check(ACCESS + GROUPS + APPS + DEVICES);
    assertEquals(
        List.of("5 conflict-reference-key", "6 conflict-reference-key"),
        codes(answer.path("conflicts")));
    JsonNode once = check(answer.path("conflicts").path(0).path("fix").asText());
    JsonNode twice = check(once.path("conflicts").path(0).path("fix").asText());
    assertEquals(List.of(), codes(twice.path("conflicts")));
  }

  @Test
  public void realPeopleArePreviewedWithWhatTheyHave() {
    JsonNode objects = preview(ACCESS, "").path("objects");
    assertEquals(5, objects.size());
    List<String> groups = new ArrayList<>();
    for (JsonNode object : objects) {
      Map<String, List<String>> values = values(object);
      assertEquals(List.of(object.path("sourceId").asText()), values.get("Username"));
      assertFalse(values.get("Firstname").isEmpty());
      groups.addAll(values.getOrDefault("Groups", List.of()));
    }
    assertFalse("somebody is in a group", groups.isEmpty());
  }

  @Test
  public void devicesOfAPersonArePreviewed() {
    String text = "key:id=Username\nmap:devices=Devices|Name=${devices}\nconfig:section=devices\n";
    String owner = preview(text, "").at("/objects/0/sourceId").asText();
    Map<String, Object> profile = Map.of("displayName", "Ada's phone", "platform", "IOS");
    lab.okta.devices().register(profile, List.of(owner));
    JsonNode object = preview(text, "").at("/objects/0");
    assertEquals(owner, object.path("sourceId").asText());
    List<String> devices = values(object).get("Devices");
    assertTrue(object.toString(), devices.contains("Ada's phone"));
  }

  @Test
  public void otherListsArePreviewed() {
    String all = ACCESS + GROUPS + APPS + DEVICES;
    assertEquals(5, preview(all, "Groups").path("objects").size());
    JsonNode app = preview(all, "Apps").path("objects").path(0);
    assertFalse(app.toString(), values(app).get("App Name").isEmpty());
    JsonNode device = preview(all, "Devices").path("objects").path(0);
    assertFalse(device.toString(), values(device).get("Device Name").isEmpty());
  }

  @Test
  public void namesOfBothSidesAreOffered() {
    JsonNode names = lab.rest.get(path("/assets/mapping/names")).expect(200);
    assertTrue(names.path("lists").findValuesAsText("path").contains("profile.department"));
    assertTrue(names.path("types").findValuesAsText("name").contains("Username"));
  }
}
