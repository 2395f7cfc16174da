package org.oktasync.okta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A model of who has what, which lays itself out as the lists of a {@link PoorOrg} and tells what a
 * complete reader must find.
 */
final class EntitledOrg {
  static final String EVERYONE = "00gEveryone";

  final Set<String> people = new TreeSet<>();
  final Set<String> deactivated = new TreeSet<>();
  final Map<String, Set<String>> members = new LinkedHashMap<>();
  final Map<String, Set<String>> groupsOfApp = new LinkedHashMap<>();
  final Map<String, Set<String>> directOfApp = new LinkedHashMap<>();
  final Map<String, Set<String>> rolesOfUser = new TreeMap<>();
  final Map<String, Set<String>> rolesOfGroup = new LinkedHashMap<>();

  /** Whether the holders' list also names those who have a role through a group alone. */
  boolean listsHoldersThroughGroups;

  /** Whether groups state how many applications they have, and whether they administer. */
  boolean statesNumbers = true;

  void group(String id, Set<String> inside) {
    members.put(id, inside);
  }

  void app(String id, Set<String> groups, Set<String> direct) {
    groupsOfApp.put(id, groups);
    directOfApp.put(id, direct);
  }

  /** Puts everything into the lists of an organisation. */
  void layOut(PoorOrg org) {
    org.groups.clear();
    org.lists.clear();
    org.wrapped.clear();
    org.people(0, 0);
    people.forEach(id -> org.user(id, "ACTIVE", "\"login\":\"" + id + "\""));
    members.forEach((id, inside) -> group(org, id, inside));
    org.lists.put(
        "/api/v1/apps", groupsOfApp.keySet().stream().map(EntitledOrg::appObject).toList());
    for (String app : groupsOfApp.keySet()) {
      org.lists.put(
          "/api/v1/apps/" + app + "/groups",
          groupsOfApp.get(app).stream().map("{\"id\":\"%s\"}"::formatted).toList());
      org.lists.put("/api/v1/apps/" + app + "/users", appUsers(app));
    }
    for (String group : members.keySet()) {
      org.lists.put(
          "/api/v1/groups/" + group + "/apps",
          groupsOfApp.keySet().stream()
              .filter(app -> groupsOfApp.get(app).contains(group))
              .map(EntitledOrg::appObject)
              .toList());
      org.lists.put(
          "/api/v1/groups/" + group + "/roles",
          grants(rolesOfGroup.getOrDefault(group, Set.of()), "g"));
    }
    org.wrapped.put(
        "/api/v1/iam/assignees/users",
        new PoorOrg.Wrapped(
            "value", holders().stream().map("{\"id\":\"%s\",\"orn\":\"o\"}"::formatted).toList()));
    for (String user : people) {
      Set<String> own = new LinkedHashSet<>(rolesOfUser.getOrDefault(user, Set.of()));
      own.addAll(rolesThroughGroups(user));
      org.lists.put("/api/v1/users/" + user + "/roles", grants(own, "u"));
    }
  }

  private void group(PoorOrg org, String id, Set<String> inside) {
    boolean everyone = id.equals(EVERYONE);
    long apps = groupsOfApp.values().stream().filter(groups -> groups.contains(id)).count();
    String stats =
        statesNumbers
            ? ",\"appsCount\":%d,\"hasAdminPrivilege\":%b"
                .formatted(apps, rolesOfGroup.containsKey(id))
            : "";
    org.groups.put(
        id,
        """
        {"id":"%s","type":"%s","profile":{"name":"%s"},"_links":{},\
        "_embedded":{"stats":{"usersCount":%d%s}}}\
        """
            .formatted(
                id,
                everyone ? "BUILT_IN" : "OKTA_GROUP",
                everyone ? "Everyone" : "Name of " + id,
                inside.size(),
                stats));
    org.members.put(id, List.copyOf(inside));
  }

  private static String appObject(String id) {
    return """
        {"id":"%s","name":"n","label":"Label of %s","status":"ACTIVE","_links":{},\
        "credentials":{"oauthClient":{"client_secret":"VERYSECRET"}}}\
        """
        .formatted(id, id);
  }

  private List<String> appUsers(String app) {
    List<String> users = new ArrayList<>();
    for (String user : people) {
      boolean direct = directOfApp.get(app).contains(user);
      if (!deactivated.contains(user) && (direct || throughGroups(app, user))) {
        users.add(
            "{\"id\":\"%s\",\"scope\":\"%s\",\"status\":\"ACTIVE\"}"
                .formatted(user, direct ? "USER" : "GROUP"));
      }
    }
    users.add("{\"id\":\"00uGone\",\"scope\":\"USER\",\"status\":\"DEPROVISIONED\"}");
    return users;
  }

  private static List<String> grants(Set<String> roles, String prefix) {
    List<String> grants = new ArrayList<>();
    for (String role : roles) {
      boolean custom = role.startsWith("cr");
      grants.add(
          "{\"id\":\"%s\",\"type\":\"%s\",\"label\":\"Label of %s\",\"status\":\"ACTIVE\"%s}"
              .formatted(
                  prefix + role,
                  custom ? "CUSTOM" : role,
                  role,
                  custom ? ",\"role\":\"" + role + "\",\"resource-set\":\"iam1\"" : ""));
    }
    if (!roles.isEmpty()) {
      grants.add("{\"id\":\"off\",\"type\":\"OFF\",\"label\":\"x\",\"status\":\"INACTIVE\"}");
    }
    return grants;
  }

  private Set<String> holders() {
    Set<String> holders = new TreeSet<>(rolesOfUser.keySet());
    if (listsHoldersThroughGroups) {
      people.stream().filter(user -> !rolesThroughGroups(user).isEmpty()).forEach(holders::add);
    }
    return holders;
  }

  private boolean inGroup(String group, String user) {
    return group.equals(EVERYONE) || members.getOrDefault(group, Set.of()).contains(user);
  }

  private boolean throughGroups(String app, String user) {
    return groupsOfApp.get(app).stream().anyMatch(group -> inGroup(group, user));
  }

  private Set<String> rolesThroughGroups(String user) {
    Set<String> roles = new TreeSet<>();
    if (!deactivated.contains(user)) {
      rolesOfGroup.forEach(
          (group, some) -> {
            if (inGroup(group, user)) {
              roles.addAll(some);
            }
          });
    }
    return roles;
  }

  /** The groups of a person. */
  Set<String> groupsOf(String user, boolean builtIn) {
    Set<String> groups = new TreeSet<>();
    members.keySet().stream()
        .filter(group -> group.equals(EVERYONE) ? builtIn : inGroup(group, user))
        .forEach(groups::add);
    return groups;
  }

  /** The applications of a person. */
  Set<String> appsOf(String user, Set<String> appsWithDirectUsers) {
    Set<String> apps = new TreeSet<>();
    for (String app : groupsOfApp.keySet()) {
      boolean direct = appsWithDirectUsers.contains(app) && directOfApp.get(app).contains(user);
      if (!deactivated.contains(user) && (direct || throughGroups(app, user))) {
        apps.add(app);
      }
    }
    return apps;
  }

  /** The roles of a person. */
  Set<String> rolesOf(String user) {
    Set<String> roles = new TreeSet<>(rolesOfUser.getOrDefault(user, Set.of()));
    roles.addAll(rolesThroughGroups(user));
    return roles;
  }

  /** The status that Okta states of a person. */
  String status(String user) {
    return deactivated.contains(user) ? "DEPROVISIONED" : "ACTIVE";
  }
}
