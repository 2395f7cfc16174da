package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Names that break careless programs go through addresses, searches and files. */
public class NamesTest {
  private static final String PERSON = "o'neil/+#\",x@example.org";
  private static final String GROUP = "a/b, 'c' \"d\" + #e 王芳 דנה";

  @Test
  public void unusualNamesGoThroughEverything() throws Exception {
    try (Lab lab = new Lab("--users", "10", "--groups", "3", "--clean")) {
      User person =
          lab.okta
              .directory()
              .importUser(
                  Map.of(
                      "login", PERSON,
                      "email", "o@example.org",
                      "firstName", "=1+1",
                      "lastName", "O'Neil"),
                  UserStatus.ACTIVE);
      Group group = lab.okta.directory().importGroup(GROUP, GroupType.OKTA_GROUP);
      lab.okta.directory().importMembers(group.id(), List.of(person.id()));
      JsonNode run = lab.sync(lab.connect());
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertEquals(Set.of(PERSON), lab.jira.members(GROUP));
      String changes = "/runs/" + run.path("id").asLong() + "/changes";
      assertEquals(2, found(lab, changes, PERSON.substring(0, 8)));
      assertEquals(2, found(lab, changes, GROUP.substring(0, 5)));
      assertEquals(2, found(lab, changes, person.id()));
      String csv = lab.rest.get(changes + ".csv").body();
      assertTrue(csv, csv.contains("o'neil/+#\"\",x@example.org"));
      assertTrue(
          "no formula at the beginning of a cell", !csv.contains(",\"=") && !csv.contains(",="));
    }
  }

  private static int found(Lab lab, String changes, String text) {
    String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return lab.rest.get(changes + "?q=" + query).expect(200).path("total").asInt();
  }

  @Test
  public void namesThatAssetsRefusesAreWrittenOtherwise_countedAndTold() throws Exception {
    try (Lab lab = new Lab(AssetsOptions.STRICT, "--users", "10", "--groups", "3", "--clean")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.createSchema();
      assets.mapAsItIs(
          "key:id=Okta Id\nmap:profile.displayName=Name\n"
              + "Groups:\nkey:id=Okta Id\nmap:profile.name=Name\n"
              + "config:data_source=/api/v1/groups\n");
      assets.build();
      assets.save("\"enabled\":true");
      assertEquals("SUCCEEDED", assets.importObjects().path("state").asText());
      User person = lab.okta.directory().users().get(4);
      Map<String, Object> name = Map.of("displayName", "Dr. Ann: \"Annie\"; who?");
      lab.okta.directory().update(person.id(), name, true);
      Group group = lab.okta.directory().importGroup("R&D: core = all", GroupType.OKTA_GROUP);
      JsonNode run = assets.importObjects();
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertTrue(run.toString(), notice(run).startsWith("2 "));
      AssetsView view = assets.view(lab.host.baseUrl());
      assertEquals(
          Set.of("Dr Ann Annie who"), view.all("Users", "Okta Id").get(person.id()).values("Name"));
      assertEquals(
          Set.of("R&D core all"), view.all("Groups", "Okta Id").get(group.id()).values("Name"));
      JsonNode quiet = assets.importObjects();
      assertEquals(quiet.toString(), "", notice(quiet));
      assertEquals(
          quiet.toString(), 0, quiet.path("counts").path("objects").path("updated").asInt());
    }
  }

  /** What a run says of names that Assets refuses; empty when it says nothing. */
  private static String notice(JsonNode run) {
    for (JsonNode notice : run.path("notices")) {
      if (notice.path("code").asText().equals("assets-names-changed")) {
        return notice.path("message").asText();
      }
    }
    return "";
  }

  @Test
  public void nobodyCanSignInWithAnyPasswordToAnAccountThatWasMade() throws Exception {
    try (Lab lab = new Lab("--users", "10", "--groups", "3", "--clean")) {
      lab.sync(lab.connect());
      String name =
          lab.jira.users().keySet().stream().filter(n -> n.contains("@")).findFirst().orElseThrow();
      for (String password : List.of("", name, "password", "NONE", "nopass", "X")) {
        Rest asPerson = new Rest(lab.host.baseUrl(), name, password);
        assertEquals(password, 401, asPerson.call("GET", "/rest/api/2/myself", null).status());
      }
    }
  }

  @Test
  public void theDirectoryCannotBeChangedWhileThereAreLinks() throws Exception {
    try (Lab lab = new Lab("--users", "10", "--groups", "3", "--clean")) {
      long connection = lab.connect();
      lab.sync(connection);
      String path = "/connections/" + connection;
      int version = lab.rest.get(path).json().path("version").asInt();
      String other = "{\"version\":" + version + ",\"directory\":{\"create\":\"Other\"}}";
      Rest.Answer answer = lab.rest.put(path, other);
      assertEquals(400, answer.status());
      assertEquals("directory-has-links", answer.code());
      assertTrue(!lab.rest.get("/directories").body().contains("\"Other\""));
    }
  }
}
