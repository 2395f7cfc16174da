package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Settings looked at before they are saved, taken elsewhere; and user directories. */
public class ConfigurationTest {
  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "40", "--groups", "5", "--clean");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  @Test
  public void whatAScopeWouldTakeAwayIsToldBeforeItIsSaved() {
    String diff = "/connections/" + connection + "/diff";
    JsonNode same = lab.rest.post(diff, "{}").expect(200);
    assertEquals(same.toString(), 0, same.at("/added/total").asInt());
    String nobody =
        "{\"scope\":{\"people\":\"filter\",\"expression\":\"status eq \\\"STAGED\\\"\"}}";
    JsonNode narrowed = lab.rest.post(diff, nobody).expect(200);
    int gone = narrowed.at("/after/users/deactivated").asInt();
    assertTrue(narrowed.toString(), gone > 20);
    assertEquals(gone, narrowed.at("/added/total").asInt());
    assertFalse(narrowed.path("breaches").isEmpty());
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), 0, run.at("/counts/users/deactivated").asInt());
  }

  @Test
  public void theConfigurationComesBackAsItWent_andANewConnectionRests() {
    ObjectNode file = (ObjectNode) lab.rest.get("/configuration").expect(200);
    assertFalse(file.toString().contains(lab.okta.token()));
    JsonNode again = lab.rest.post("/configuration", file.toString()).expect(200);
    assertEquals(again.toString(), "none", again.at("/connections/0/action").asText());
    lab.rest.post("/directories", "{\"name\":\"Second\"}").expect(201);
    ObjectNode copy = (ObjectNode) file.at("/connections/0");
    copy.put("name", "Copy").put("directory", "Second");
    file.put("apply", true);
    lab.rest.post("/configuration", file.toString()).expect(200);
    JsonNode added = named("Copy");
    assertFalse(added.path("enabled").asBoolean());
    assertFalse(added.at("/token/set").asBoolean());
    lab.rest.delete("/connections/" + added.path("id").asLong()).expect(204);
  }

  private static JsonNode named(String name) {
    for (JsonNode one : lab.rest.get("/connections").expect(200).path("values")) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no connection " + name);
  }

  @Test
  public void aDirectoryIsMadeSwitchedOffAndDeleted_andNobodyLocksThemselvesOut() {
    JsonNode made = lab.rest.post("/directories", "{\"name\":\"Spare 1\"}").expect(201);
    String path = "/directories/" + made.path("id").asLong();
    assertFalse(
        lab.rest.put(path, "{\"active\":false}").expect(200).path("active").asBoolean(true));
    assertEquals(0, lab.rest.get(path + "/accounts").expect(200).path("accounts").asInt());
    String name = URLEncoder.encode("Spare 1", StandardCharsets.UTF_8);
    lab.rest.delete(path + "?accounts=0&name=" + name).expect(204);
    assertTrue(
        lab.rest.get("/directories").expect(200).path("values").findValuesAsText("name").stream()
            .noneMatch("Spare 1"::equals));
    long own = lab.rest.get("/directories").expect(200).at("/values/0/id").asLong();
    assertEquals(
        "directory-your-own", lab.rest.put("/directories/" + own, "{\"active\":false}").code());
    long used = lab.rest.get("/connections/" + connection).expect(200).at("/directory/id").asLong();
    assertEquals(
        "directory-in-use", lab.rest.put("/directories/" + used, "{\"active\":false}").code());
  }
}
