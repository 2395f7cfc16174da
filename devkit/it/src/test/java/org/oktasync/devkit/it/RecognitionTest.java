package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Accounts that are there already are recognised by an attribute of an administrator's own. */
public class RecognitionTest {
  private static Map<String, Object> profile(String name, String number) {
    String login = name + "@larkfield.example";
    return Map.of(
        "login", login,
        "email", login,
        "firstName", "Reco",
        "lastName", "Gnised",
        "employeeNumber", number);
  }

  /** Settings of a connection that keeps the employee number, as JSON beside what must be said. */
  private static ObjectNode settings(Lab lab, String name, String directory) {
    JsonNode defaults = lab.rest.get("/connections/defaults").expect(200);
    ObjectNode body = ((ObjectNode) defaults).objectNode();
    body.put("name", name).put("baseUrl", lab.okta.baseUrl());
    body.putObject("auth").put("method", "api-token").put("token", lab.okta.token());
    body.set("directory", json(directory));
    ArrayNode attributes = body.putObject("mapping").putArray("attributes");
    defaults.at("/mapping/attributes").forEach(attributes::add);
    attributes
        .addObject()
        .put("target", "property")
        .put("name", "Employee number")
        .put("key", "employeeNumber")
        .put("source", "profile.employeeNumber");
    return body;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static long connect(Lab lab, ObjectNode settings) {
    return lab.rest.post("/connections", settings.toString()).expect(201).path("id").asLong();
  }

  @Test
  public void whoeverHasTheNumberIsRecognisedUnderAnyName_andKeepsTheAccount() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "2", "--clean")) {
      User one = lab.okta.directory().importUser(profile("recognised", "R-1"), UserStatus.ACTIVE);
      long first = connect(lab, settings(lab, "First", "{\"create\":\"People\"}"));
      assertEquals("SUCCEEDED", lab.sync(first).path("state").asText());
      long directory =
          lab.rest.get("/connections/" + first).expect(200).at("/directory/id").asLong();
      lab.rest.delete("/connections/" + first).expect(204);
      lab.okta.directory().update(one.id(), profile("renamed", "R-1"), true);

      ObjectNode again = settings(lab, "Again", "{\"id\":" + directory + "}");
      again.putObject("users").putArray("correlate").add("property:employeeNumber").add("login");
      long second = connect(lab, again);
      JsonNode found =
          lab.rest.get("/connections/" + second + "/adoption?q=renamed&limit=500").expect(200);
      assertEquals(found.toString(), 1, found.path("total").asInt());
      JsonNode candidate = found.at("/values/0");
      assertEquals("recognised@larkfield.example", candidate.path("name").asText());
      assertEquals("property:employeeNumber", candidate.path("rule").asText());

      String chosen = "{\"sourceIds\":[\"" + one.id() + "\"]}";
      JsonNode adopted =
          lab.await(
              lab.rest
                  .post("/connections/" + second + "/adoption", chosen)
                  .expect(202)
                  .path("id")
                  .asLong());
      assertEquals(adopted.toString(), "SUCCEEDED", adopted.path("state").asText());
      JsonNode run = lab.sync(second);
      assertEquals(run.toString(), 1, run.at("/counts/users/renamed").asInt());
      assertTrue(lab.jira.users().containsKey("renamed@larkfield.example"));
      assertFalse(lab.jira.users().containsKey("recognised@larkfield.example"));
    }
  }
}
