package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

/** An administrator changes which attributes profiles have. */
public class SchemasApiTest {
  private static final String USERS = "/api/v1/meta/schemas/user/default";
  private static final String GROUPS = "/api/v1/meta/schemas/group/default";
  private static final String BADGE = "{\"badge\":{\"title\":\"Badge\",\"type\":\"integer\"}}";

  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "20", "--groups", "3").forTest(new TestClock()));
  private final TestClient client = new TestClient(org);
  private final User person =
      org.directory().users().stream()
          .filter(user -> user.typeId().equals(org.directory().types().standard().id()))
          .filter(user -> user.status() == UserStatus.ACTIVE)
          .findFirst()
          .orElseThrow();

  @After
  public void stop() {
    org.close();
  }

  private HttpResponse<String> change(String schema, String properties) throws Exception {
    String body = "{\"definitions\":{\"custom\":{\"id\":\"#custom\",\"type\":\"object\",";
    return client.send("POST", schema, body + "\"properties\":" + properties + "}}}");
  }

  private HttpResponse<String> give(String attributes) throws Exception {
    String body = "{\"profile\":" + attributes + "}";
    return client.send("POST", "/api/v1/users/" + person.id(), body);
  }

  private JsonNode custom(String schema) throws Exception {
    return client.json(schema).at("/definitions/custom/properties");
  }

  private void assertRefused(HttpResponse<String> answer) throws Exception {
    assertEquals(answer.body(), 400, answer.statusCode());
    assertEquals("E0000001", client.errorCode(answer));
  }

  @Test
  public void anAttributeIsAddedBesideTheOthers_andPeopleMayHaveIt() throws Exception {
    assertRefused(give("{\"badge\":7}"));
    int before = custom(USERS).size();
    HttpResponse<String> answer = change(USERS, BADGE);
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals(client.json(answer), client.json(USERS));
    assertEquals(before + 1, custom(USERS).size());
    assertEquals("READ_WRITE", custom(USERS).at("/badge/mutability").asText());
    assertRefused(give("{\"badge\":\"seven\"}"));
    String login = person.login();
    assertEquals(200, give("{\"badge\":7}").statusCode());
    assertEquals(7, org.directory().user(person.id()).profile().get("badge"));
    assertEquals(login, org.directory().user(person.id()).login());
  }

  @Test
  public void aTypeHasItsSchemaAlone() throws Exception {
    change(USERS, BADGE);
    String other = "/api/v1/meta/schemas/user/" + org.directory().types().external().schemaId();
    assertFalse(custom(other).has("badge"));
    assertEquals(200, change(other, BADGE).statusCode());
    assertTrue(custom(other).has("badge"));
    assertEquals(404, change("/api/v1/meta/schemas/user/osc0", BADGE).statusCode());
  }

  @Test
  public void whatIsNamedIsChanged_andTheRestStays() throws Exception {
    change(USERS, BADGE);
    assertEquals(200, change(USERS, "{\"badge\":{\"title\":\"Badge number\"}}").statusCode());
    assertEquals("Badge number", custom(USERS).at("/badge/title").asText());
    assertEquals("integer", custom(USERS).at("/badge/type").asText());
    assertRefused(change(USERS, "{\"badge\":{\"type\":\"string\"}}"));
    assertEquals("integer", custom(USERS).at("/badge/type").asText());
  }

  @Test
  public void nullRemovesAnAttributeWithItsValues() throws Exception {
    change(USERS, BADGE);
    give("{\"badge\":7}");
    assertEquals(200, change(USERS, "{\"badge\":null}").statusCode());
    assertFalse(custom(USERS).has("badge"));
    assertFalse(org.directory().user(person.id()).profile().containsKey("badge"));
    assertRefused(give("{\"badge\":7}"));
    assertEquals(200, give("{\"title\":\"Boss\"}").statusCode());
    assertRefused(change(USERS, "{\"badge\":null}"));
  }

  @Test
  public void whatOktaWouldNotTakeIsRefusedAndChangesNothing() throws Exception {
    JsonNode before = client.json(USERS);
    for (String properties :
        List.of(
            "{\"badge\":{\"type\":\"string\"}}",
            "{\"badge\":{\"title\":\"Badge\"}}",
            "{\"badge\":{\"title\":\"Badge\",\"type\":\"text\"}}",
            "{\"badge\":{\"title\":\"Badge\",\"type\":\"array\"}}",
            "{\"a badge\":{\"title\":\"Badge\",\"type\":\"string\"}}",
            "{\"login\":{\"title\":\"Login\",\"type\":\"string\"}}",
            "{\"good\":{\"title\":\"Good\",\"type\":\"string\"},\"badge\":7}",
            "[]")) {
      assertRefused(change(USERS, properties));
    }
    assertRefused(client.send("POST", USERS, "{}"));
    assertRefused(client.send("POST", USERS, "{\"definitions\":{\"base\":{}}}"));
    assertEquals(before, client.json(USERS));
  }

  @Test
  public void groupsHaveOneSchema() throws Exception {
    assertEquals(
        200, change(GROUPS, "{\"cost\":{\"title\":\"Cost\",\"type\":\"string\"}}").statusCode());
    Group group = org.directory().createGroup(Map.of("name", "Costly", "cost", "4711"));
    assertEquals("4711", client.json("/api/v1/groups/" + group.id()).at("/profile/cost").asText());
    assertEquals(200, change(GROUPS, "{\"cost\":null}").statusCode());
    assertFalse(org.directory().group(group.id()).profile().containsKey("cost"));
  }
}
