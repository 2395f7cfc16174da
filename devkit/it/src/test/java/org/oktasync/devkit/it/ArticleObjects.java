package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oktasync.devkit.oktaorg.App;
import org.oktasync.devkit.oktaorg.Device;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.User;

/** What mappings of articles must make of an organisation, compared object by object. */
final class ArticleObjects {
  /** Attributes of people in Assets, and what of the profile they hold. */
  static final Map<String, String> WORKERS =
      Map.of(
          "First Name", "firstName",
          "Last Name", "lastName",
          "Manager UserID", "managerId",
          "Manager Name", "manager",
          "Department", "department");

  /** The same of the mapping that has groups, roles and applications. */
  static final Map<String, String> ACCESS =
      Map.of("Firstname", "firstName", "Lastname", "lastName");

  private static final Map<String, String> DEVICES =
      Map.of(
          "Device Name", "displayName",
          "Device Platform", "platform",
          "Device Manufacturer", "manufacturer",
          "Device Model", "model",
          "Device OS Version", "osVersion");

  private final OktaOrg okta;
  private final AssetsView view;

  ArticleObjects(OktaOrg okta, AssetsView view) {
    this.okta = okta;
    this.view = view;
  }

  /**
   * Everybody is there once, with these attributes.
   *
   * @param key the attribute that holds the id
   */
  void assertPeople(String key, Map<String, String> attributes) {
    Map<String, AssetsView.Found> objects = view.all("Users", key);
    assertEquals(ids(okta.directory().users(), User::id), objects.keySet());
    assertEquals(view.count("Users"), objects.size());
    for (User user : okta.directory().users()) {
      attributes.forEach(
          (attribute, source) ->
              assertEquals(
                  attribute + " of " + user.id(),
                  text(user, source),
                  objects.get(user.id()).values(attribute)));
    }
  }

  /** Everybody refers to their groups, roles and applications. */
  void assertAccess(String key) {
    Map<String, AssetsView.Found> objects = view.all("Users", key);
    Map<String, Set<String>> groups = groupsByPerson();
    Set<String> roles = new TreeSet<>();
    for (User user : okta.directory().users()) {
      AssetsView.Found found = objects.get(user.id());
      assertEquals(groups.getOrDefault(user.id(), Set.of()), found.values("Groups"));
      assertEquals(new TreeSet<>(okta.roles().labelsOf(user)), found.values("Roles"));
      assertEquals(apps(user), found.values("Apps"));
      roles.addAll(okta.roles().labelsOf(user));
    }
    assertEquals(roles.size(), view.count("Roles"));
  }

  private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
    return things.stream().map(id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> text(User user, String attribute) {
    String value = user.text(attribute);
    return value == null || value.isBlank() ? Set.of() : Set.of(value.strip());
  }

  private Set<String> apps(User user) {
    return ids(okta.applications().of(user), App::label);
  }

  /** The names of the groups of each person who is in one. */
  Map<String, Set<String>> groupsByPerson() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Group group : okta.directory().groups()) {
      for (User member : okta.directory().members(group.id())) {
        groups.computeIfAbsent(member.id(), id -> new TreeSet<>()).add(group.name().strip());
      }
    }
    return groups;
  }

  /** Every group is there once. */
  void assertGroups() {
    Map<String, AssetsView.Found> objects = view.all("Groups", "Group ID");
    assertEquals(view.count("Groups"), objects.size());
    assertEquals(ids(okta.directory().groups(), Group::id), objects.keySet());
    for (Group group : okta.directory().groups()) {
      AssetsView.Found found = objects.get(group.id());
      assertEquals(Set.of(group.name().strip()), found.values("Group Name"));
      assertEquals(given(group.profile().get("description")), found.values("Group Desc"));
    }
  }

  private static Set<String> given(Object value) {
    return value == null || value.toString().isBlank()
        ? Set.of()
        : Set.of(value.toString().strip());
  }

  /** Every active application is there once. */
  void assertApps() {
    Map<String, AssetsView.Found> objects = view.all("Apps", "App ID");
    assertEquals(view.count("Apps"), objects.size());
    List<App> listed = okta.applications().all().stream().filter(App::active).toList();
    assertEquals(ids(listed, App::id), objects.keySet());
    for (App app : listed) {
      assertEquals(Set.of(app.label()), objects.get(app.id()).values("App Name"));
    }
  }

  /** Every device is there once, with its first owner. */
  void assertDevices() {
    Map<String, AssetsView.Found> objects = view.all("Devices", "DeviceID");
    assertEquals(view.count("Devices"), objects.size());
    assertEquals(ids(okta.devices().all(), Device::id), objects.keySet());
    for (Device device : okta.devices().all()) {
      AssetsView.Found found = objects.get(device.id());
      DEVICES.forEach(
          (attribute, source) ->
              assertEquals(given(device.profile().get(source)), found.values(attribute)));
      Set<String> owner =
          device.owners().isEmpty()
              ? Set.of()
              : text(okta.directory().user(device.owners().get(0).user()), "email");
      assertEquals(owner, found.values("Email"));
    }
  }
}
