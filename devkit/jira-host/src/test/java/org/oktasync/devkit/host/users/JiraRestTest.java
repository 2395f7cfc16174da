package org.oktasync.devkit.host.users;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The shapes, limits and status codes of Jira's REST interface. */
public class JiraRestTest {

  private static final String WILD = "o'brien/<\"#+,日本";

  private final OpenJira open = new OpenJira(true);

  @Before
  public void people() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 100; i < 220; i++) {
      names.add("user" + i);
    }
    open.manager.addAllUsers(open.okta, names.stream().map(open::bulk).toList(), false);
    open.addGroup(open.okta, "Everyone else");
    open.manager.addAllUsersToGroup(open.okta, names, "Everyone else");
    var gone = open.template(open.okta, "user100");
    gone.setActive(false);
    open.manager.updateUser(open.okta, gone);
    open.addUser(open.okta, WILD);
  }

  @After
  public void close() {
    open.close();
  }

  @Test
  public void myselfIsTheCaller() throws Exception {
    JsonNode me = get("/rest/api/2/myself").json();
    assertEquals("admin", me.get("name").asText());
    assertEquals(open.jira.keyOf("admin").orElseThrow(), me.get("key").asText());
    assertEquals(2, me.get("groups").get("size").asInt());
    assertEquals(0, me.get("groups").get("items").size());
  }

  @Test
  public void userIsFoundByNameAndByKeyWithGroupsWhenAsked() throws Exception {
    JsonNode fred = get("/rest/api/2/user", "username", "FRED", "expand", "groups").json();
    assertEquals("fred@example.com", fred.get("emailAddress").asText());
    assertEquals(
        "jira-software-users", fred.get("groups").get("items").get(0).get("name").asText());
    assertEquals(
        fred, get("/rest/api/2/user", "key", fred.get("key").asText(), "expand", "groups").json());
    assertEquals(
        "http://localhost:2990/jira/rest/api/2/user?username=fred", fred.get("self").asText());
    assertEquals(WILD, get("/rest/api/2/user", "username", WILD).json().get("name").asText());
  }

  @Test
  public void unknownAndUnnamedUsersAreErrors() throws Exception {
    WebCall unknown = get("/rest/api/2/user", "username", "ghost");
    assertEquals(404, unknown.status);
    assertEquals(
        "The user named 'ghost' does not exist",
        unknown.json().get("errorMessages").get(0).asText());
    assertEquals(404, get("/rest/api/2/user", "key", "ghost").status);
    assertEquals(400, get("/rest/api/2/user").status);
    assertEquals(400, get("/rest/api/2/user/search").status);
    assertEquals(404, get("/rest/api/2/user/permission/search").status);
    assertEquals(405, WebCall.post("/rest/api/2/user").rest(open.jira, "admin").status);
  }

  @Test
  public void searchPagesThroughEverybodyOnceAndHidesTheInactive() throws Exception {
    assertEquals(50, search("username", ".").size());
    JsonNode first = search("username", ".", "maxResults", "1000");
    assertEquals(100, first.size());
    JsonNode rest = search("username", ".", "startAt", "100", "maxResults", "1000");
    assertEquals(22, rest.size());
    assertEquals(
        123,
        100
            + search(
                    "username",
                    ".",
                    "startAt",
                    "100",
                    "maxResults",
                    "100",
                    "includeInactive",
                    "true")
                .size());
    JsonNode inactive =
        search("username", ".", "includeActive", "false", "includeInactive", "true");
    assertEquals("user100", inactive.get(0).get("name").asText());
    assertFalse(inactive.get(0).get("active").asBoolean());
    assertEquals(1, inactive.size());
  }

  @Test
  public void searchMatchesTheBeginningOfWords() throws Exception {
    assertEquals("fred", search("username", "normal").get(0).get("name").asText());
    assertEquals("fred", search("username", "FRED@ex").get(0).get("name").asText());
    assertEquals(0, search("username", "red").size());
    assertEquals(0, search("username", "%").size());
  }

  @Test
  public void groupMembersComeInPages() throws Exception {
    JsonNode page = members("maxResults", "500");
    assertEquals(100, page.get("maxResults").asInt());
    assertEquals(119, page.get("total").asInt());
    assertFalse(page.get("isLast").asBoolean());
    assertTrue(page.get("nextPage").asText().endsWith("&startAt=100"));
    JsonNode last = members("startAt", "100", "includeInactiveUsers", "true");
    assertEquals(50, last.get("maxResults").asInt());
    assertEquals(120, last.get("total").asInt());
    assertTrue(last.get("isLast").asBoolean());
    assertFalse(last.has("nextPage"));
    assertEquals(20, last.get("values").size());
    assertEquals("user219", last.get("values").get(19).get("name").asText());
  }

  @Test
  public void groupMembersAreForAdministratorsAndOfKnownGroups() throws Exception {
    assertEquals(404, get("/rest/api/2/group/member", "groupname", "nobody").status);
    assertEquals(400, get("/rest/api/2/group/member").status);
    assertEquals(403, WebCall.get("/rest/api/2/group/member").rest(open.jira, "fred").status);
  }

  @Test
  public void pickerFindsGroupsByAnyPartOfTheirName() throws Exception {
    open.addGroup(open.okta, "JIRA-administrators");
    JsonNode all = get("/rest/api/2/groups/picker", "query", "").json();
    assertEquals(3, all.get("total").asInt());
    JsonNode found = get("/rest/api/2/groups/picker", "query", "ELSE").json();
    assertEquals("Everyone else", found.get("groups").get(0).get("name").asText());
    assertEquals("Showing 1 of 1 matching groups", found.get("header").asText());
    JsonNode one = get("/rest/api/2/groups/picker", "maxResults", "1").json();
    assertEquals(1, one.get("groups").size());
    assertEquals(3, one.get("total").asInt());
  }

  private WebCall get(String path, String... parameters) throws Exception {
    return WebCall.get(path, parameters).rest(open.jira, "admin");
  }

  private JsonNode search(String... parameters) throws Exception {
    return get("/rest/api/2/user/search", parameters).json();
  }

  private JsonNode members(String... more) throws Exception {
    List<String> parameters = new ArrayList<>(List.of("groupname", "EVERYONE else"));
    parameters.addAll(List.of(more));
    return get("/rest/api/2/group/member", parameters.toArray(String[]::new)).json();
  }
}
