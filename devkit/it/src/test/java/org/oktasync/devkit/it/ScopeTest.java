package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.App;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;

/** Whom a connection is about: each way to say it, against the organisation. */
public class ScopeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static void change(Lab lab, long connection, String settings) throws Exception {
    String path = "/connections/" + connection;
    ObjectNode body = (ObjectNode) JSON.readTree(settings);
    body.put("version", lab.rest.get(path).expect(200).path("version").asInt());
    lab.rest.put(path, body.toString()).expect(200);
  }

  private static Set<String> activeAccounts(Lab lab) {
    return lab.jira.users().entrySet().stream()
        .filter(entry -> entry.getValue().path("active").asBoolean())
        .map(Map.Entry::getKey)
        .filter(name -> name.contains("@"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> logins(List<User> people) {
    return people.stream()
        .map(user -> user.login().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode count(Lab lab, long connection, String scope) {
    return lab.rest.post("/connections/" + connection + "/scope/count", scope).expect(200);
  }

  @Test
  public void groupsApplicationSearchAndFilterSayWhoGetsAnAccount() throws Exception {
    try (Lab lab = new Lab("--users", "60", "--groups", "6", "--clean", "--seed", "3")) {
      long connection = lab.connect();
      List<User> people =
          lab.okta.directory().users().stream()
              .filter(user -> user.status().name().equals("ACTIVE"))
              .toList();
      Group group = lab.okta.directory().importGroup("Jira people", GroupType.OKTA_GROUP);
      for (User user : people.subList(0, 12)) {
        lab.okta.directory().addMember(group.id(), user.id());
      }
      String byGroup =
          "{\"scope\":{\"people\":\"groups\",\"groups\":[\"%s\"]}}".formatted(group.id());
      assertEquals(12, count(lab, connection, byGroup).path("people").asInt());
      change(lab, connection, byGroup);
      lab.sync(connection);
      assertEquals(logins(people.subList(0, 12)), activeAccounts(lab));

      lab.okta.directory().removeMember(group.id(), people.get(0).id());
      lab.okta.directory().addMember(group.id(), people.get(20).id());
      JsonNode run = lab.incremental(connection);
      assertEquals("incremental", run.path("mode").asText());
      assertEquals(1, run.path("counts").path("users").path("created").asInt());
      assertEquals(1, run.path("counts").path("users").path("deactivated").asInt());

      App app = lab.okta.applications().add("jira", "Jira", "SAML_2_0");
      for (User user : people.subList(5, 25)) {
        lab.okta.applications().assignUser(app.id(), user.id(), Map.of());
      }
      change(
          lab,
          connection,
          "{\"scope\":{\"people\":\"application\",\"application\":"
              + "\"https://larkfield-admin.okta.com/admin/app/jira/instance/%s/#tab-assignments\"}}"
                  .formatted(app.id()));
      lab.sync(connection);
      assertEquals(logins(people.subList(5, 25)), activeAccounts(lab));

      String department = people.get(0).text("department");
      String condition = "profile.department eq \\\"" + department + "\\\"";
      change(
          lab,
          connection,
          "{\"scope\":{\"people\":\"search\",\"expression\":\"" + condition + "\"}}");
      lab.approved(lab.sync(connection));
      Set<String> inactive = Set.of("STAGED", "SUSPENDED", "DEPROVISIONED");
      assertEquals(
          logins(
              lab.okta.directory().users().stream()
                  .filter(user -> department.equals(user.text("department")))
                  .filter(user -> !inactive.contains(user.status().name()))
                  .toList()),
          activeAccounts(lab));

      change(
          lab,
          connection,
          "{\"scope\":{\"people\":\"filter\",\"expression\":\"profile.lastName eq \\\""
              + people.get(7).text("lastName")
              + "\\\"\"}}");
      lab.approved(lab.sync(connection));
      assertTrue(activeAccounts(lab).containsAll(logins(people.subList(7, 8))));
    }
  }

  @Test
  public void aScopeThatIsNotThereIsRefusedAndOneThatVanishesTakesNobodyAway() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "4", "--clean", "--seed", "3")) {
      long connection = lab.connect();
      for (String scope :
          List.of(
              "{\"people\":\"groups\",\"groups\":[\"00gNOWHERE0000\"]}",
              "{\"people\":\"application\",\"application\":\"0oaNOWHERE0000\"}",
              "{\"people\":\"search\",\"expression\":\"profile.department is nice\"}")) {
        assertEquals(
            scope,
            400,
            lab.rest
                .put("/connections/" + connection, "{\"version\":1,\"scope\":" + scope + "}")
                .status());
      }
      Group group = lab.okta.directory().importGroup("Jira people", GroupType.OKTA_GROUP);
      List<User> people = lab.okta.directory().users();
      people.forEach(user -> lab.okta.directory().addMember(group.id(), user.id()));
      change(
          lab,
          connection,
          "{\"scope\":{\"people\":\"groups\",\"groups\":[\"%s\"]}}".formatted(group.id()));
      lab.sync(connection);
      Set<String> before = activeAccounts(lab);
      assertTrue(before.size() > 10);
      lab.okta.directory().deleteGroup(group.id());
      JsonNode run = lab.sync(connection);
      assertEquals("nobody was read", "HELD", run.path("state").asText());
      assertEquals(1, run.path("incomplete").size());
      assertEquals(before, activeAccounts(lab));
    }
  }

  @Test
  public void attributesOfOnesOwnStandOnTheUser() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "4", "--clean", "--seed", "3")) {
      long connection = lab.connect();
      change(
          lab,
          connection,
          "{\"mapping\":{\"attributes\":["
              + "{\"target\":\"username\",\"source\":\"profile.login\",\"steps\":["
              + "{\"type\":\"before\",\"text\":\"@\"}]},"
              + "{\"target\":\"email\",\"source\":\"profile.email\"},"
              + "{\"target\":\"property\",\"key\":\"team\",\"name\":\"Team\","
              + "\"source\":\"profile.department\",\"steps\":[{\"type\":\"upper-case\"}]}]}}");
      lab.sync(connection);
      String digest = lab.host.users().tablesDigest();
      JsonNode again = lab.sync(connection);
      assertEquals(0, again.path("counts").path("users").path("updated").asInt());
      assertEquals("the second run writes no row", digest, lab.host.users().tablesDigest());
      User user = lab.okta.directory().users().get(0);
      lab.okta.directory().update(user.id(), Map.of("department", "Basket weaving"), true);
      assertEquals(
          1, lab.incremental(connection).path("counts").path("users").path("updated").asInt());
      assertTrue(lab.jira.users().keySet().stream().noneMatch(name -> name.contains("@")));
    }
  }
}
