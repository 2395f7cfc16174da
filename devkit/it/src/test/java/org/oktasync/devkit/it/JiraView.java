package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Jira itself says, by its own REST calls, without the add-on's word. */
final class JiraView {
  private final Rest rest;

  JiraView(Rest rest) {
    this.rest = rest;
  }

  /** Everybody, by lower-case user name. */
  Map<String, JsonNode> users() {
    Map<String, JsonNode> all = new TreeMap<>();
    int size = 0;
    do {
      size = all.size();
      String path =
          "/rest/api/2/user/search?username=.&includeInactive=true&maxResults=100&startAt=" + size;
      for (JsonNode user : rest.call("GET", path, null).expect(200)) {
        all.put(fold(user.path("name").asText()), user);
      }
    } while (all.size() > size);
    return all;
  }

  /** Whether there is anybody whose name, address or display name has this in it. */
  boolean hasAnybodyLike(String text) {
    return hasMoreThan(0, text);
  }

  /** Whether there are more than so many accounts. */
  boolean hasMoreThan(int accounts) {
    return hasMoreThan(accounts, ".");
  }

  private boolean hasMoreThan(int accounts, String text) {
    String path =
        "/rest/api/2/user/search?username="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + "&includeInactive=true&maxResults=1&startAt="
            + accounts;
    return !rest.call("GET", path, null).expect(200).isEmpty();
  }

  /** Chooses the language of the account that is used here. */
  void speak(String language) {
    String path = "/rest/api/2/mypreferences?key=jira.user.locale";
    assertEquals(204, rest.call("PUT", path, "\"" + language + "\"").status());
  }

  /** Makes a project that somebody leads. */
  void makeProject(String key, String lead) {
    String body = "{\"key\":\"" + key + "\",\"name\":\"" + key + "\",\"lead\":\"" + lead + "\"}";
    rest.call("POST", "/rest/api/2/project", body).expect(201);
  }

  /** Makes a component that somebody leads. */
  void makeComponent(String project, String name, String lead) {
    String body =
        "{\"project\":\"%s\",\"name\":\"%s\",\"leadUserName\":\"%s\"}"
            .formatted(project, name, lead);
    rest.call("POST", "/rest/api/2/component", body).expect(201);
  }

  /** Gives a group a permission in the scheme that every Jira has. */
  void grantToGroup(String permission, String group) {
    String body =
        "{\"holder\":{\"type\":\"group\",\"parameter\":\"%s\"},\"permission\":\"%s\"}"
            .formatted(group, permission);
    rest.call("POST", "/rest/api/2/permissionscheme/0/permission", body).expect(201);
  }

  /** Puts a group into a role of a project. */
  void putIntoRole(String project, long role, String group) {
    String path = "/rest/api/2/project/" + project + "/role/" + role;
    rest.call("POST", path, "{\"group\":[\"" + group + "\"]}").expect(200);
  }

  /** Who leads a project. */
  String leadOf(String project) {
    JsonNode found = rest.call("GET", "/rest/api/2/project/" + project, null).expect(200);
    return found.at("/lead/name").asText();
  }

  /** Who leads the first component of a project. */
  String leadOfComponent(String project) {
    String path = "/rest/api/2/project/" + project + "/components";
    return rest.call("GET", path, null).expect(200).at("/0/lead/name").asText();
  }

  /** The names of all groups, in lower case. */
  TreeSet<String> groups() {
    TreeSet<String> all = new TreeSet<>();
    JsonNode found =
        rest.call("GET", "/rest/api/2/groups/picker?query=&maxResults=10000", null).expect(200);
    found.path("groups").forEach(group -> all.add(fold(group.path("name").asText())));
    return all;
  }

  /** The members of a group, in lower case, active or not. */
  TreeSet<String> members(String group) {
    TreeSet<String> all = new TreeSet<>();
    String name = URLEncoder.encode(group, StandardCharsets.UTF_8);
    JsonNode page;
    int start = 0;
    do {
      String path =
          "/rest/api/2/group/member?includeInactiveUsers=true&maxResults=100&groupname="
              + name
              + "&startAt="
              + start;
      page = rest.call("GET", path, null).expect(200);
      page.path("values").forEach(user -> all.add(fold(user.path("name").asText())));
      start += page.path("values").size();
    } while (!page.path("isLast").asBoolean());
    return all;
  }

  /** As Crowd folds names. */
  static String fold(String name) {
    return name.toLowerCase(java.util.Locale.ENGLISH);
  }
}
