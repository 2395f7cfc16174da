package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.App;
import org.oktasync.devkit.oktaorg.Device;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;

/**
 * Mappings as they stand in articles, pasted as they are: what comes of them in Assets is compared
 * with the organisation, object by object, through Assets' own REST interface.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AssetsImportTest {
  private static final String PASTED =
      """
      key:id=WorkerID

      map:profile.email=User

      map:profile.firstName=First Name

      map:profile.lastName=Last Name

      map:profile.managerId=Manager UserID

      map:profile.manager=Manager Name

      map:profile.department=Department

      key:id=Username

      map:profile.firstName=Firstname

      map:profile.lastName=Lastname

      map:roles=Roles|Name=${roles}

      map:groups=Groups|Name=${groups}

      map:apps=Apps|Name=${apps}

      config:section=roles,groups,apps

      Groups:

      key:id=Group ID

      map:profile.name=Group Name

      map:profile.description=Group Desc

      config:data_source=/api/v1/groups

      Apps:

      key:id=App ID

      map:label=App Name

      config:data_source=/api/v1/apps

      Devices:

      key:id=DeviceID

      map:profile.displayName=Device Name

      map:profile.platform=Device Platform

      map:profile.manufacturer=Device Manufacturer

      map:profile.model=Device Model

      map:profile.osVersion=Device OS Version

      map:_embedded.users.0.user.profile.firstName=First Name

      map:_embedded.users.0.user.profile.lastName=Last Name

      map:_embedded.users.0.user.profile.email=Email

      config:data_source=/api/v1/devices?limit=200&expand=userSummary
      """;

  private static final Map<String, String> PEOPLE =
      Map.of(
          "First Name", "firstName",
          "Firstname", "firstName",
          "Last Name", "lastName",
          "Lastname", "lastName",
          "Manager UserID", "managerId",
          "Manager Name", "manager",
          "Department", "department");

  private static final Map<String, String> DEVICES =
      Map.of(
          "Device Name", "displayName",
          "Device Platform", "platform",
          "Device Manufacturer", "manufacturer",
          "Device Model", "model",
          "Device OS Version", "osVersion");

  private static Lab lab;
  private static AssetsConnection assets;
  private static AssetsView view;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "60", "--groups", "8", "--clean", "--seed", "11");
    connection = lab.connect();
    assets = new AssetsConnection(lab, connection);
    assets.createSchema();
    assets.map(PASTED);
    assets.build();
    view = assets.view(lab.host.baseUrl());
    assets.save("\"enabled\":true");
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static JsonNode run(String body) {
    return lab.await(lab.begin(connection, body));
  }

  private static JsonNode counts(JsonNode run) {
    return run.path("counts").path("objects");
  }

  @Test
  public void a_aDryRunTellsWhatWouldBeMadeAndMakesNothing() {
    JsonNode run = run("{\"part\":\"assets\",\"dryRun\":true}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertTrue(run.toString(), run.path("planned").path("objects").path("created").asLong() > 100);
    assertEquals(0, view.count("Users"));
  }

  @Test
  public void b_whatIsImportedIsWhatTheOrganisationHolds() {
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertPeople();
    assertGroups();
    assertApps();
    assertDevices();
  }

  @Test
  public void c_aSecondImportWritesNothing() {
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
      assertEquals(kind + " in " + run, 0, counts(run).path(kind).asLong());
    }
    assertTrue(run.toString(), counts(run).path("unchanged").asLong() > 100);
  }

  @Test
  public void d_moversAreFollowedAndWhatIsGoneIsMarkedOnly() {
    User mover = lab.okta.directory().users().get(5);
    lab.okta.directory().update(mover.id(), Map.of("lastName", "Newname \"; OR \\"), true);
    Device gone = lab.okta.devices().all().get(0);
    lab.okta.devices().setActive(gone.id(), false);
    lab.okta.devices().delete(gone.id());
    long before = view.count("Devices");
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(before, view.count("Devices"));
    assertEquals(run.toString(), 1, counts(run).path("retired").asLong());
    assertPeople();
  }

  @Test
  public void e_aHostOutOfReachHarmsNobody_andTheDirectoryGoesOn() {
    lab.host.assetsFaults().setEnabled(false);
    try {
      JsonNode run = run("{}");
      assertEquals(run.toString(), "PARTIAL", run.path("state").asText());
      assertNotEquals(0, lab.jira.users().size());
    } finally {
      lab.host.assetsFaults().setEnabled(true);
    }
    JsonNode run = run("{}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertPeople();
    assertAccounts();
  }

  /** Now that people have accounts in Jira, their objects name them. */
  private static void assertAccounts() {
    Map<String, AssetsView.Found> objects = view.all("Users", "WorkerID");
    Map<String, JsonNode> accounts = lab.jira.users();
    long named = 0;
    for (User user : lab.okta.directory().users()) {
      Set<String> account = objects.get(user.id()).values("User");
      named += account.size();
      if (!account.isEmpty()) {
        JsonNode jira = accounts.get(user.text("login").toLowerCase(Locale.ROOT));
        assertEquals(Set.of(jira.path("displayName").asText()), account);
      }
    }
    long there =
        lab.okta.directory().users().stream()
            .filter(user -> user.text("login") != null)
            .filter(user -> accounts.containsKey(user.text("login").toLowerCase(Locale.ROOT)))
            .count();
    assertEquals(there, named);
  }

  private static void assertPeople() {
    Map<String, AssetsView.Found> objects = view.all("Users", "WorkerID");
    Map<String, Set<String>> groups = groupsByPerson();
    List<User> people = lab.okta.directory().users();
    assertEquals(
        people.stream().map(User::id).collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(objects.keySet()));
    for (User user : people) {
      AssetsView.Found found = objects.get(user.id());
      PEOPLE.forEach(
          (attribute, source) ->
              assertEquals(
                  attribute + " of " + user.id(), text(user, source), found.values(attribute)));
      assertEquals(Set.of(user.id()), found.values("Username"));
      assertEquals(groups.getOrDefault(user.id(), Set.of()), found.values("Groups"));
      assertEquals(new TreeSet<>(lab.okta.roles().labelsOf(user)), found.values("Roles"));
      assertEquals(apps(user), found.values("Apps"));
    }
  }

  private static Set<String> text(User user, String attribute) {
    String value = user.text(attribute);
    return value == null || value.isBlank() ? Set.of() : Set.of(value.strip());
  }

  private static Set<String> apps(User user) {
    return lab.okta.applications().of(user).stream()
        .map(App::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> groupsByPerson() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Group group : lab.okta.directory().groups()) {
      for (User member : lab.okta.directory().members(group.id())) {
        groups.computeIfAbsent(member.id(), id -> new TreeSet<>()).add(group.name().strip());
      }
    }
    return groups;
  }

  private static void assertGroups() {
    Map<String, AssetsView.Found> objects = view.all("Groups", "Group ID");
    assertEquals(view.count("Groups"), objects.size());
    assertEquals(
        lab.okta.directory().groups().stream()
            .map(Group::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(objects.keySet()));
    for (Group group : lab.okta.directory().groups()) {
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

  private static void assertApps() {
    Map<String, AssetsView.Found> objects = view.all("Apps", "App ID");
    assertEquals(view.count("Apps"), objects.size());
    List<App> listed = lab.okta.applications().all().stream().filter(App::active).toList();
    assertEquals(listed.size(), objects.size());
    for (App app : listed) {
      assertEquals(Set.of(app.label()), objects.get(app.id()).values("App Name"));
    }
  }

  private static void assertDevices() {
    Map<String, AssetsView.Found> objects = view.all("Devices", "DeviceID");
    assertEquals(lab.okta.devices().all().size(), objects.size());
    for (Device device : lab.okta.devices().all()) {
      AssetsView.Found found = objects.get(device.id());
      DEVICES.forEach(
          (attribute, source) ->
              assertEquals(given(device.profile().get(source)), found.values(attribute)));
      Set<String> owner =
          device.owners().isEmpty()
              ? Set.of()
              : text(lab.okta.directory().user(device.owners().get(0).user()), "email");
      assertEquals(owner, found.values("Email"));
    }
  }
}
