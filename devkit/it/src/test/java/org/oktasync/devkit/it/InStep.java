package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;

/**
 * Compares Jira, by its own calls, with the organisation: everybody who is active there, and who of
 * them is in each group that has a link. Groups keep their names in Jira when Okta renames them, so
 * that links say which is which.
 */
final class InStep {
  private final Site site;
  private final Map<String, String> peopleById = new TreeMap<>();
  private final Map<String, String> groupsById = new TreeMap<>();

  private InStep(Site site, long connection) {
    this.site = site;
    String path = "/connections/" + connection + "/links?limit=1000";
    for (JsonNode link : site.rest.get(path).expect(200).path("values")) {
      Map<String, String> kind =
          link.path("kind").asText().equals("user") ? peopleById : groupsById;
      kind.put(link.path("sourceId").asText(), JiraView.fold(link.path("name").asText()));
    }
  }

  /**
   * Fails, with {@code what} in its message, where the two differ.
   *
   * @param others accounts that are nobody's in Okta
   */
  static void assertSo(String what, Site site, long connection, Set<String> others) {
    InStep compared = new InStep(site, connection);
    compared.people(what, others);
    compared.groups(what);
  }

  private void people(String what, Set<String> others) {
    Map<String, String> shown = new TreeMap<>();
    site.jira
        .users()
        .forEach(
            (name, user) -> {
              if (user.path("active").asBoolean() && !others.contains(name)) {
                shown.put(name, user.path("displayName").asText());
              }
            });
    assertEquals(what, new Expected(site.okta).users, shown);
  }

  private void groups(String what) {
    Set<String> active = new Expected(site.okta).users.keySet();
    for (Group group : site.okta.directory().groups()) {
      String name = groupsById.get(group.id());
      if (name != null) {
        Set<String> wanted = new TreeSet<>();
        for (User member : site.okta.directory().members(group.id())) {
          wanted.add(peopleById.getOrDefault(member.id(), ""));
        }
        wanted.retainAll(active);
        Set<String> present = new TreeSet<>(site.jira.members(name));
        present.retainAll(new HashSet<>(peopleById.values()));
        present.retainAll(active);
        assertEquals(what + ": members of " + name, wanted, present);
      }
    }
  }
}
