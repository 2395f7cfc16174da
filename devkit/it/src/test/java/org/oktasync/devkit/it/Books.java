package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.User;

/**
 * What Jira must hold after each sync of an organisation with clean data, kept by the documented
 * rules alone: leavers stay as accounts that are off, groups keep the name under which they came,
 * groups that Okta no longer has stay as they are.
 */
final class Books {
  private static final Set<String> INACTIVE = Set.of("STAGED", "SUSPENDED", "DEPROVISIONED");

  private final OktaOrg okta;
  private final Set<String> barred;
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, String> active = new TreeMap<>();

  /**
   * @param barred logins, in lower case, that somebody else holds in Jira
   */
  Books(OktaOrg okta, Set<String> barred) {
    this.okta = okta;
    this.barred = barred;
  }

  /** Takes down the organisation as a sync finds it now. */
  void takeStock() {
    active.clear();
    okta.directory().users().forEach(this::note);
    for (Group group : okta.directory().groups()) {
      if (group.type() != GroupType.BUILT_IN) {
        groups.putIfAbsent(group.id(), JiraView.fold(group.name().strip()));
        members.put(group.id(), activeMembers(group));
      }
    }
  }

  private Set<String> activeMembers(Group group) {
    return okta.directory().members(group.id()).stream()
        .filter(user -> active.containsKey(JiraView.fold(user.login())))
        .map(User::id)
        .collect(Collectors.toSet());
  }

  private void note(User user) {
    String login = JiraView.fold(user.login());
    boolean on = !INACTIVE.contains(user.status().name()) && !barred.contains(login);
    if (on || accounts.containsKey(user.id())) {
      accounts.put(user.id(), login);
    }
    if (on) {
      active.put(login, shown(user) + " <" + user.text("email") + ">");
    }
  }

  private static String shown(User user) {
    String name = user.text("displayName");
    return name != null ? name : user.text("firstName") + " " + user.text("lastName");
  }

  /**
   * Compares with what Jira itself says.
   *
   * @param what tells how it came to this
   * @param foreign lower-case names of the accounts and groups that belong to somebody else
   */
  void assertKeptBy(JiraView jira, String what, Set<String> foreign) {
    Map<String, JsonNode> people = jira.users();
    people.keySet().removeAll(foreign);
    assertEquals(what, new TreeSet<>(accounts.values()), new TreeSet<>(people.keySet()));
    Map<String, String> on = new TreeMap<>();
    people.forEach(
        (name, user) -> {
          if (user.path("active").asBoolean()) {
            String mail = user.path("emailAddress").asText();
            on.put(name, user.path("displayName").asText() + " <" + mail + ">");
          }
        });
    assertEquals(what, active, on);
    TreeSet<String> names = jira.groups();
    names.removeAll(foreign);
    assertEquals(what, new TreeSet<>(groups.values()), names);
    groups.forEach((id, name) -> assertMembers(jira, what, id, name));
  }

  /**
   * Those whose account is off may be in a group or not: it lets nobody in. Of a group that Okta no
   * longer has, it is not known which of them were.
   */
  private void assertMembers(JiraView jira, String what, String id, String name) {
    Set<String> expected = new TreeSet<>();
    members.get(id).stream().map(accounts::get).filter(active::containsKey).forEach(expected::add);
    Set<String> present = new TreeSet<>(jira.members(name));
    boolean gone = okta.directory().groups().stream().noneMatch(group -> group.id().equals(id));
    present.retainAll(gone ? expected : active.keySet());
    assertEquals(what + ", group " + name, expected, present);
  }

  /** The groups of the organisation as they are called in Jira. */
  List<String> groups() {
    return groups.values().stream().sorted().toList();
  }
}
