package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * An administrator of Okta adds attributes to its profiles by its own API, and gives others another
 * title: full runs of the built add-on bring them to Assets.
 */
public class FollowedProfilesTest {
  private static final String META = "/api/v1/meta/";
  private static final String USERS = META + "schemas/user/default";
  private static final String GROUPS = META + "schemas/group/default";

  private final Lab lab;
  private final long connection;
  private final AssetsView view;

  public FollowedProfilesTest() throws Exception {
    lab = new Lab(AssetsOptions.STRICT, "--users", "40", "--groups", "5", "--clean");
    connection = lab.connect();
    AssetsConnection assets = new AssetsConnection(lab, connection);
    assets.settle();
    view = assets.view(lab.host.baseUrl());
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @After
  public void stop() throws Exception {
    lab.close();
  }

  /** What somebody does in Okta, by its own calls. */
  private void okta(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(lab.okta.baseUrl() + path))
            .header("Authorization", "SSWS " + lab.okta.token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(answer.body(), 200, answer.statusCode());
  }

  private void attribute(String schema, String name, String rules) throws Exception {
    String custom = "{\"id\":\"#custom\",\"type\":\"object\",\"properties\":{\"%s\":%s}}";
    okta(schema, "{\"definitions\":{\"custom\":" + custom.formatted(name, rules) + "}}");
  }

  private JsonNode settings() {
    return lab.rest.get("/connections/" + connection).expect(200);
  }

  private static List<String> codes(JsonNode run) {
    return run.path("notices").findValuesAsText("code").stream()
        .filter(code -> code.startsWith("assets-follow"))
        .toList();
  }

  private Set<String> values(String type, String id, String attribute) {
    return view.all(type, "Okta Id").get(id).values(attribute);
  }

  private void assertQuiet() {
    lab.okta.requests().clear();
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(run.toString(), List.of(), codes(run));
    JsonNode counts = run.path("counts").path("objects");
    for (String written : List.of("created", "updated", "retired", "deleted", "failed")) {
      assertEquals(run.toString(), 0, counts.path(written).asInt());
    }
    long meta =
        lab.okta.requests().entries().stream().filter(call -> call.path().startsWith(META)).count();
    assertEquals("types, a schema for each, and that of groups", 4, meta);
  }

  private User person() {
    return lab.okta.directory().users().stream()
        .filter(user -> user.typeId().equals(lab.okta.directory().users().get(0).typeId()))
        .filter(user -> user.status() == UserStatus.ACTIVE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void whatIsNewInOktaIsKeptInAssets_whileTheScheduleGoesOn() throws Exception {
    assertQuiet();
    long reviewed = lab.dryRun(connection).path("id").asLong();
    lab.rest.post("/runs/" + reviewed + "/review", "{}").expect(200);
    int version = settings().path("version").asInt();
    String schedule = "{\"version\":%d,\"schedule\":{\"cron\":\"0 0 3 1 1 ?\"}}";
    lab.rest.put("/connections/" + connection, schedule.formatted(version)).expect(200);
    String mapping = settings().path("assets").path("mapping").asText();

    attribute(USERS, "badge", "{\"title\":\"Badge\",\"type\":\"integer\"}");
    attribute(GROUPS, "costs", "{\"title\":\"Costs go to\",\"type\":\"string\"}");
    User person = person();
    okta("/api/v1/users/" + person.id(), "{\"profile\":{\"badge\":4711}}");
    Group group = lab.okta.directory().groups().get(1);
    lab.okta
        .directory()
        .updateGroup(group.id(), Map.of("name", group.name(), "costs", "Larkfield"));

    JsonNode dry = lab.dryRun(connection);
    assertEquals(List.of("assets-follow-would-add", "assets-follow-would-add"), codes(dry));
    assertEquals(mapping, settings().path("assets").path("mapping").asText());
    assertTrue(values("Users", person.id(), "Badge").isEmpty());

    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(List.of("assets-follow-added", "assets-follow-added"), codes(run));
    assertTrue(run.toString(), run.path("notices").toString().contains("Badge"));
    assertEquals(Set.of("4711"), values("Users", person.id(), "Badge"));
    assertEquals(Set.of("Larkfield"), values("Groups", group.id(), "Costs go to"));
    String after = settings().path("assets").path("mapping").asText();
    assertTrue(after, after.contains("map:profile.badge=Badge\n"));
    assertEquals("on", settings().path("schedule").path("state").asText());
    assertQuiet();
  }

  @Test
  public void anotherTitleRenames_andWhatWasTakenOutStaysOut() throws Exception {
    attribute(USERS, "badge", "{\"title\":\"Badge\",\"type\":\"string\"}");
    User person = person();
    okta("/api/v1/users/" + person.id(), "{\"profile\":{\"badge\":\"B-1\"}}");
    lab.sync(connection);
    attribute(USERS, "badge", "{\"title\":\"Door pass\"}");
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), List.of("assets-follow-renamed"), codes(run));
    assertEquals(0, run.path("counts").path("objects").path("updated").asInt());
    assertEquals(Set.of("B-1"), values("Users", person.id(), "Door pass"));
    assertQuiet();

    String mapping = settings().path("assets").path("mapping").asText();
    String without = mapping.replace("map:profile.badge=Door pass\n", "");
    AssetsConnection assets = new AssetsConnection(lab, connection);
    assets.mapAsItIs(without);
    assertQuiet();
    assertFalse(settings().path("assets").path("mapping").asText().contains("profile.badge="));
    assertEquals("nothing is removed", Set.of("B-1"), values("Users", person.id(), "Door pass"));
  }
}
