package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.User;

/** Groups on the fly and by rows, in the built add-on, seen by Jira's own REST calls. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class GroupsTest {
  private static Lab lab;
  private static long connection;
  private static User ann;
  private static User bob;
  private static Group red;
  private static Group blue;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab("--users", "20", "--groups", "3", "--clean");
    ann = lab.joins("ann.red");
    bob = lab.joins("bob.blue");
    red = lab.okta.directory().importGroup("app red team", GroupType.OKTA_GROUP);
    blue = lab.okta.directory().importGroup("app blue team", GroupType.OKTA_GROUP);
    lab.okta.directory().addMember(red.id(), ann.id());
    lab.okta.directory().addMember(blue.id(), bob.id());
    connection = lab.connect();
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static void save(String groups) {
    JsonNode now = lab.rest.get("/connections/" + connection).expect(200);
    String body = "{\"version\":%d,\"groups\":{%s}}".formatted(now.path("version").asInt(), groups);
    lab.rest.put("/connections/" + connection, body).expect(200);
  }

  private static void sync() {
    JsonNode run = lab.sync(connection);
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    JsonNode again = lab.sync(connection);
    assertEquals(again.toString(), 0, again.at("/written/directory").asInt());
  }

  @Test
  public void a_onTheFlySomeAreTaken_underNamesOfTheirOwn_andNewPeopleJoinTheirGroup() {
    save(
        "\"include\":[\"/app .*"
            + " team/\"],\"exclude\":[\"*blue*\"],\"forNewUsers\":[\"Starters\"],\"rename\":[{\"type\":\"regex\",\"text\":\"app"
            + " (.*) team\",\"replacement\":\"okta-$1\"}]");
    sync();
    assertEquals(Set.of(ann.login()), lab.jira.members("okta-red"));
    assertFalse(lab.jira.groups().contains("app blue team"));
    assertTrue(lab.jira.members("Starters").contains(bob.login()));
  }

  @Test
  public void b_rowsAreManyToMany_andAGroupThatTheRulesNoLongerNameStays() {
    save(
        ("\"mode\":\"manual\",\"include\":[],\"exclude\":[],\"rename\":[],\"forNewUsers\":[],\"map\":["
                + "{\"source\":\"%1$s\",\"target\":\"both\"},{\"source\":\"%2$s\",\"target\":\"both\"},{\"source\":\"%2$s\",\"target\":\"blue"
                + " alone\"}]")
            .formatted(red.id(), blue.id()));
    sync();
    assertEquals(Set.of(ann.login(), bob.login()), lab.jira.members("both"));
    assertEquals(Set.of(bob.login()), lab.jira.members("blue alone"));
    assertEquals("what is there stays", Set.of(ann.login()), lab.jira.members("okta-red"));
  }

  @Test
  public void c_whoLeavesOneOfTwoGroupsStaysWhereTheOtherLeads_byAnIncrementalRunToo() {
    lab.okta.directory().addMember(red.id(), bob.id());
    lab.okta.directory().removeMember(blue.id(), bob.id());
    JsonNode run = lab.await(lab.begin(connection, "{\"mode\":\"incremental\"}"));
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(Set.of(ann.login(), bob.login()), lab.jira.members("both"));
    assertEquals(Set.of(), lab.jira.members("blue alone"));
  }

  @Test
  public void d_aRowWhoseOktaGroupIsGoneIsNamed_andTakesNobodyOut() {
    lab.okta.directory().deleteGroup(red.id());
    JsonNode preview =
        lab.rest.post("/connections/" + connection + "/groups/preview", "{}").expect(200);
    assertTrue(preview.toString(), preview.at("/rows/0/source").isNull());
    assertEquals("ours", preview.at("/rows/0/target/holder").asText());
    lab.sync(connection);
    assertEquals(Set.of(ann.login(), bob.login()), lab.jira.members("both"));
  }

  @Test
  public void e_aRenamedGroupIsMadeAnew_andWhatNamesTheOldOneIsTold() {
    Group crew = lab.okta.directory().importGroup("Green Crew", GroupType.OKTA_GROUP);
    lab.okta.directory().addMember(crew.id(), ann.id());
    save("\"mode\":\"on-the-fly\",\"include\":[\"Green *\"],\"map\":[],\"renamed\":\"copy\"");
    sync();
    lab.jira.makeProject("GRN", "admin");
    lab.jira.grantToGroup("BROWSE_PROJECTS", "Green Crew");
    lab.jira.putIntoRole("GRN", 10001, "Green Crew");
    lab.okta.directory().updateGroup(crew.id(), Map.of("name", "Green Squad"));
    sync();
    assertEquals(Set.of(ann.login()), lab.jira.members("Green Squad"));
    assertEquals("the old one stays", Set.of(ann.login()), lab.jira.members("Green Crew"));
    JsonNode found = lab.rest.get("/group-references?name=Green%20Crew").expect(200);
    assertEquals(
        "{\"values\":["
            + "{\"place\":\"permission-scheme\",\"name\":\"Default Permission Scheme\","
            + "\"detail\":\"BROWSE_PROJECTS\"},"
            + "{\"place\":\"project-role\",\"name\":\"GRN\",\"detail\":\"Developers\"}],"
            + "\"unknown\":[]}",
        found.toString());
    JsonNode opening = lab.rest.get("/group-references?name=jira-administrators").expect(200);
    assertEquals(opening.toString(), "global-permission", opening.at("/values/0/place").asText());
  }
}
