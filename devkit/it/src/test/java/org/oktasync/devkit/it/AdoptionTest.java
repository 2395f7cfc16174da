package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;

/** A company that has its people in Jira already takes them over. */
public class AdoptionTest {
  private static final long INTERNAL = 1;

  /** The organisation's people and groups stand in Jira's own directory, with other attributes. */
  private static void fillJira(Lab lab) throws Exception {
    DirectoryManager crowd = lab.host.service(DirectoryManager.class);
    Set<UserTemplateWithCredentialAndAttributes> people = new java.util.HashSet<>();
    List<String> names = new ArrayList<>();
    for (User user : lab.okta.directory().users()) {
      UserTemplateWithAttributes template = new UserTemplateWithAttributes(user.login(), INTERNAL);
      template.setActive(true);
      template.setDisplayName("Old name of " + names.size());
      template.setFirstName("Old");
      template.setLastName("Name");
      template.setEmailAddress("old" + names.size() + "@example.com");
      people.add(new UserTemplateWithCredentialAndAttributes(template, PasswordCredential.NONE));
      names.add(user.login());
    }
    crowd.addAllUsers(INTERNAL, people, false);
    int extra = 0;
    for (Group group : lab.okta.directory().groups()) {
      if (group.type() != GroupType.BUILT_IN) {
        crowd.addGroup(INTERNAL, new GroupTemplate(group.name().strip(), INTERNAL));
        List<String> inside = new ArrayList<>();
        lab.okta.directory().members(group.id()).forEach(user -> inside.add(user.login()));
        inside.add(names.get(extra++ * 37 % names.size()));
        crowd.addAllUsersToGroup(INTERNAL, inside, group.name().strip());
      }
    }
    crowd.addAllUsersToGroup(INTERNAL, names, "jira-software-users");
  }

  @Test
  public void fiveThousandPeopleInFortyGroupsAreTakenOver() throws Exception {
    try (Lab lab = new Lab("--users", "5000", "--groups", "41", "--clean", "--seed", "11")) {
      fillJira(lab);
      long connection =
          lab.connect(lab.okta.baseUrl(), lab.okta.token(), "{\"id\":" + INTERNAL + "}");
      String before = lab.host.users().tablesDigest();
      JsonNode blind = lab.dryRun(connection);
      assertEquals(
          "nobody is ours", 0, blind.path("planned").path("users").path("updated").asInt());

      JsonNode preview = lab.rest.get("/connections/" + connection + "/adoption").expect(200);
      assertTrue(preview.toString(), preview.path("total").asInt() > 4800);
      long adopted =
          lab.rest
              .post(
                  "/connections/" + connection + "/adoption",
                  "{\"verdicts\":[\"exact\",\"by-email\"],\"sourceIds\":[]}")
              .expect(202)
              .path("id")
              .asLong();
      JsonNode adoption = lab.await(adopted);
      assertEquals(adoption.toString(), "SUCCEEDED", adoption.path("state").asText());
      assertEquals("links and nothing else", before, lab.host.users().tablesDigest());

      JsonNode dry = lab.dryRun(connection);
      int users = adoption.path("counts").path("users").path("adopted").asInt();
      assertTrue(users > 4800);
      assertTrue(dry.path("planned").path("users").path("updated").asInt() > 4500);
      assertEquals(0, dry.path("planned").path("memberships").path("removed").asInt());
      assertEquals(40, adoption.path("counts").path("groups").path("adopted").asInt());
    }
  }

  @Test
  public void anAdministratorsGroupIsNeitherMadeNorFilled() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "4", "--clean")) {
      Group group = lab.okta.directory().importGroup("Jira-Administrators", GroupType.OKTA_GROUP);
      lab.okta
          .directory()
          .importMembers(group.id(), lab.okta.directory().users().stream().map(User::id).toList());
      JsonNode run = lab.sync(lab.connect());
      assertEquals("SUCCEEDED", run.path("state").asText());
      assertEquals(Set.of("admin"), lab.jira.members("jira-administrators"));
      JsonNode skipped =
          lab.rest
              .get("/runs/" + run.path("id").asLong() + "/changes?outcome=SKIPPED&kind=group")
              .expect(200);
      assertEquals("protected-group", skipped.path("values").path(0).path("reason").asText());
    }
  }
}
