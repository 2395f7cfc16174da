package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.UserStatus;

/** People who have an account of the same name in another directory take it over. */
public class NamesakeTest {
  private static final long OLD = 1;
  private static final String ANN = "ann.old@larkfield.example";
  private static final String BOB = "bob.old@larkfield.example";

  private static Map<String, Object> profile(String login) {
    return Map.of("login", login, "email", login, "firstName", "Name", "lastName", "Sake");
  }

  /** Ann and Bob are in Okta and in Jira's own directory, where Bob has another address. */
  private static void fill(Lab lab) throws Exception {
    DirectoryManager crowd = lab.host.service(DirectoryManager.class);
    hold(crowd, ANN, ANN.toUpperCase(java.util.Locale.ROOT));
    hold(crowd, BOB, "somebody@larkfield.example");
    for (String group : List.of("veterans", "lunch")) {
      crowd.addGroup(OLD, new GroupTemplate(group, OLD));
      crowd.addAllUsersToGroup(OLD, List.of(ANN), group);
    }
    crowd.addAllUsersToGroup(OLD, List.of(BOB), "veterans");
    lab.okta.directory().importUser(profile(ANN), UserStatus.ACTIVE);
    lab.okta.directory().importUser(profile(BOB), UserStatus.ACTIVE);
  }

  private static void hold(DirectoryManager crowd, String name, String email) throws Exception {
    UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, OLD);
    user.setActive(true);
    user.setDisplayName("Old " + name);
    user.setFirstName("Old");
    user.setLastName(name);
    user.setEmailAddress(email);
    crowd.addAllUsers(
        OLD,
        List.of(new UserTemplateWithCredentialAndAttributes(user, PasswordCredential.NONE)),
        false);
  }

  /** Everything of the old directory: accounts with their attributes, groups with their members. */
  private static String old(Lab lab) throws Exception {
    DirectoryManager crowd = lab.host.service(DirectoryManager.class);
    TreeMap<String, String> all = new TreeMap<>();
    for (String name : names(crowd, true)) {
      User user = crowd.findUserByName(OLD, name);
      all.put(name, user.getDisplayName() + user.getEmailAddress() + user.isActive());
    }
    for (String group : names(crowd, false)) {
      all.put("group " + group, members(lab, OLD, group).toString());
    }
    return all.toString();
  }

  private static List<String> names(DirectoryManager crowd, boolean people) throws Exception {
    EntityDescriptor entity = people ? EntityDescriptor.user() : EntityDescriptor.group();
    EntityQuery<String> query =
        QueryBuilder.queryFor(String.class, entity).returningAtMost(EntityQuery.ALL_RESULTS);
    return people ? crowd.searchUsers(OLD, query) : crowd.searchGroups(OLD, query);
  }

  private static TreeSet<String> members(Lab lab, long directory, String group) throws Exception {
    DirectoryManager crowd = lab.host.service(DirectoryManager.class);
    return new TreeSet<>(
        crowd.searchDirectGroupRelationships(
            directory,
            QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                .childrenOf(EntityDescriptor.group())
                .withName(group)
                .returningAtMost(EntityQuery.ALL_RESULTS)));
  }

  private static String keyOf(Lab lab, String name) {
    return lab.jira.users().get(name).path("key").asText();
  }

  @Test
  public void theOldAccountStays_theNewOneIsTheSameUser_andNamedGroupsGoAlong() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "3", "--clean")) {
      fill(lab);
      final String key = keyOf(lab, ANN);
      final String before = old(lab);
      final long connection = lab.connect();
      final String at = "/connections/" + connection;
      JsonNode preview = lab.rest.get(at + "/adoption?kind=user").expect(200);
      assertEquals(preview.toString(), 1, preview.at("/summary/namesake").asInt());
      assertEquals(preview.toString(), 1, preview.at("/summary/namesake-by-name").asInt());
      assertTrue(preview.at("/values/0/elsewhere/hides").asBoolean());
      JsonNode groups = lab.rest.get(at + "/adoption/groups").expect(200);
      assertEquals("veterans", groups.at("/values/0/name").asText());
      assertEquals(2, groups.at("/values/0/people").asInt());
      letGoAlong(lab, connection, "[\"veterans\"]");

      JsonNode adoption =
          lab.await(
              lab.rest
                  .post(at + "/adoption", "{\"verdicts\":[\"namesake\"]}")
                  .expect(202)
                  .path("id")
                  .asLong());
      assertEquals(adoption.toString(), "SUCCEEDED", adoption.path("state").asText());
      JsonNode dry = lab.dryRun(connection);
      JsonNode planned =
          lab.rest.get("/runs/" + dry.path("id").asLong() + "/changes?q=" + ANN).expect(200);
      assertEquals(planned.toString(), "taken-over", planned.at("/values/0/reason").asText());

      JsonNode run = lab.sync(connection);
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      long own = lab.rest.get(at).expect(200).at("/directory/id").asLong();
      DirectoryManager crowd = lab.host.service(DirectoryManager.class);
      assertEquals("Name Sake", crowd.findUserByName(own, ANN).getDisplayName());
      assertEquals(key, keyOf(lab, ANN));
      assertEquals(new TreeSet<>(List.of(ANN)), members(lab, own, "veterans"));
      assertEquals(before, old(lab));
      assertEquals(
          "name-in-other-directory",
          lab.rest.get(at + "/findings?q=" + BOB).expect(200).at("/values/0/reason").asText());

      String tables = lab.host.users().tablesDigest();
      lab.sync(connection);
      assertEquals("a second run writes nothing", tables, lab.host.users().tablesDigest());

      long undo =
          lab.rest
              .post("/runs/" + run.path("id").asLong() + "/undo", "{}")
              .expect(202)
              .path("id")
              .asLong();
      assertEquals("HELD", lab.await(undo).path("state").asText());
      lab.rest.post("/runs/" + undo + "/approve", "{}").expect(202);
      lab.await(undo);
      assertTrue(!crowd.findUserByName(own, ANN).isActive());
      assertEquals(before, old(lab));
    }
  }

  private static String notices(JsonNode run) {
    StringBuilder all = new StringBuilder();
    run.path("notices").forEach(notice -> all.append(notice).append('\n'));
    return all.toString();
  }

  private static long confirmed(Lab lab, String... sourceIds) {
    long connection = lab.connect();
    String chosen = "{\"sourceIds\":[\"" + String.join("\",\"", sourceIds) + "\"]}";
    JsonNode started =
        lab.rest.post("/connections/" + connection + "/adoption", chosen).expect(202);
    assertEquals("SUCCEEDED", lab.await(started.path("id").asLong()).path("state").asText());
    return connection;
  }

  /** What a dry run says of Ann is what Jira does with her. */
  @Test
  public void whoLosesAccessDependsOnWhetherJiraAddsUpMemberships() throws Exception {
    for (boolean addsUp : new boolean[] {true, false}) {
      try (Lab lab = new Lab("--users", "1", "--groups", "1", "--clean")) {
        DirectoryManager crowd = lab.host.service(DirectoryManager.class);
        hold(crowd, ANN, ANN);
        crowd.addAllUsersToGroup(OLD, List.of(ANN), "jira-software-users");
        String id = lab.okta.directory().importUser(profile(ANN), UserStatus.ACTIVE).id();
        CrowdDirectoryService directories = lab.host.service(CrowdDirectoryService.class);
        directories.setMembershipAggregationEnabled(addsUp);
        long connection = confirmed(lab, id);
        String at = "/connections/" + connection;
        long own = lab.rest.get(at).expect(200).at("/directory/id").asLong();
        directories.setDirectoryPosition(own, 0);
        JsonNode preview = lab.rest.get(at + "/adoption?refresh=true").expect(200);
        assertEquals(addsUp ? "on" : "off", preview.path("membershipAggregation").asText());
        String said = notices(lab.dryRun(connection));
        assertEquals(said, !addsUp, said.contains(ANN));
        assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
        assertEquals(addsUp, lab.host.users().isLicensed(ANN));
      }
    }
  }

  @Test
  public void theWordAboutSomebodyWhomOktaHasNoLongerIsShown_andLetGoByTheNextSync()
      throws Exception {
    try (Lab lab = new Lab("--users", "1", "--groups", "1", "--clean")) {
      fill(lab);
      String ann =
          lab.okta.directory().users().stream()
              .filter(user -> user.login().equals(ANN))
              .findFirst()
              .orElseThrow()
              .id();
      String at =
          "/connections/" + confirmed(lab, ann) + "/adoption?verdict=namesake-waits&refresh=true";
      lab.okta.directory().delete(ann);
      JsonNode inactive = lab.rest.get(at).expect(200);
      assertEquals(inactive.toString(), ann, inactive.at("/values/0/sourceId").asText());
      assertTrue(inactive.toString(), inactive.at("/values/0/elsewhere").isObject());
      long connection = lab.rest.get("/connections").expect(200).at("/values/0/id").asLong();
      assertTrue(!notices(lab.sync(connection)).contains("take-overs-let-go"));
      lab.okta.directory().delete(ann);
      JsonNode gone = lab.rest.get(at).expect(200);
      assertEquals(gone.toString(), 1, gone.path("total").asInt());
      assertTrue(gone.toString(), gone.at("/values/0/elsewhere").isNull());
      assertTrue(notices(lab.dryRun(connection)).contains("take-overs-let-go"));
      assertEquals(1, lab.rest.get(at).expect(200).path("total").asInt());
      assertTrue(notices(lab.sync(connection)).contains("take-overs-let-go"));
      assertEquals(0, lab.rest.get(at).expect(200).path("total").asInt());
    }
  }

  private static void letGoAlong(Lab lab, long connection, String groups) {
    String at = "/connections/" + connection;
    int version = lab.rest.get(at).expect(200).path("version").asInt();
    Rest.Answer refused =
        lab.rest.put(
            at,
            "{\"version\":%d,\"groups\":{\"takeOver\":[\"jira-administrators\"]}}"
                .formatted(version));
    assertEquals(refused.body(), 400, refused.status());
    assertTrue(refused.body(), refused.body().contains("groups.takeOver"));
    lab.rest
        .put(at, "{\"version\":%d,\"groups\":{\"takeOver\":%s}}".formatted(version, groups))
        .expect(200);
  }
}
