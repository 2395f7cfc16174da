package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.App;
import org.oktasync.devkit.oktaorg.Device;
import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * Runs of the built add-on that look at what changed follow applications, admin roles and devices:
 * by the System Log, over HTTP, for calls in proportion to the changes, to where a full run ends.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AssetsIncrementalTest {
  private static final List<String> TYPES = List.of("Users", "Groups", "Roles", "Apps", "Devices");

  /** Of each person who changed, their applications, groups, roles and devices are asked for. */
  private static final long LISTS = 4;

  private static Lab lab;
  private static AssetsView view;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "120", "--groups", "8", "--clean", "--seed", "21");
    connection = lab.connect();
    AssetsConnection assets = new AssetsConnection(lab, connection);
    assets.settle();
    view = assets.view(lab.host.baseUrl());
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  /** Behind a full run the log begins a little earlier, so that its last minutes are told twice. */
  @Before
  public void settle() {
    incremental();
    lab.okta.requests().clear();
  }

  private static JsonNode incremental() {
    JsonNode run = lab.incremental(connection);
    assertEquals(run.toString(), "incremental", run.path("mode").asText());
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(run.toString(), 0, objects(run, "failed") + objects(run, "skipped"));
    return run;
  }

  private static long objects(JsonNode run, String what) {
    return run.path("counts").path("objects").path(what).asLong();
  }

  private static List<User> active() {
    return lab.okta.directory().users().stream()
        .filter(user -> user.status() == UserStatus.ACTIVE)
        .toList();
  }

  private static App app(int index) {
    return lab.okta.applications().all().stream().filter(App::active).toList().get(index);
  }

  /** What Assets holds, as text. */
  private static Map<String, String> everything() {
    Map<String, String> all = new TreeMap<>();
    for (String type : TYPES) {
      String key = type.equals("Roles") ? "Name" : "Okta Id";
      view.all(type, key)
          .forEach((id, found) -> all.put(type + " " + id, withoutDates(found).toString()));
    }
    return all;
  }

  /** Assets itself writes down when an object was changed. */
  private static Map<String, Set<String>> withoutDates(AssetsView.Found found) {
    Map<String, Set<String>> values = new TreeMap<>(found.attributes());
    values.keySet().removeAll(Set.of("Created", "Updated", "Key"));
    return values;
  }

  private static void assertAsAfterAFullRun() {
    Map<String, String> before = everything();
    JsonNode full = lab.sync(connection);
    assertEquals(full.toString(), before, everything());
    assertEquals(full.toString(), 0, objects(full, "created") + objects(full, "updated"));
  }

  private static List<String> asked() {
    List<String> asked = new ArrayList<>();
    lab.okta.requests().entries().forEach(call -> asked.add(call.path() + "?" + call.query()));
    return asked;
  }

  private static long of(List<String> asked, String list) {
    return asked.stream().filter(address -> address.startsWith(list)).count();
  }

  private static void assertHas(User user) {
    AssetsView.Found found = view.all("Users", "Okta Id").get(user.id());
    assertEquals(new TreeSet<>(lab.okta.roles().labelsOf(user)), found.values("Roles"));
    assertEquals(
        lab.okta.applications().of(user).stream()
            .map(App::label)
            .collect(Collectors.toCollection(TreeSet::new)),
        found.values("Apps"));
  }

  @Test
  public void a_aQuietCycleIsThreeCalls() {
    incremental();
    List<String> asked = asked();
    // Groups that changed within Okta's lag are among the changes, and have their list read.
    asked.remove("/api/v1/groups?limit=200");
    assertEquals(asked.toString(), 3, asked.size());
  }

  @Test
  public void b_whoGetsAndLosesApplicationsAndRolesIsFollowed() {
    List<User> people = active().subList(10, 15);
    App app = app(1);
    List<User> users = lab.okta.applications().users(app.id());
    people.stream()
        .filter(user -> !users.contains(user))
        .forEach(user -> lab.okta.applications().assignUser(app.id(), user.id(), Map.of()));
    lab.okta.roles().grant(people.get(0).id(), "GROUP_MEMBERSHIP_ADMIN");
    String grant = lab.okta.roles().grant(people.get(1).id(), "WORKFLOWS_ADMIN");
    lab.okta.requests().clear();
    incremental();
    people.forEach(AssetsIncrementalTest::assertHas);
    long calls = lab.okta.requests().count();
    assertTrue(calls + " calls", calls <= 3 + 1 + LISTS * people.size());
    lab.okta.roles().revoke(people.get(1).id(), grant);
    people.stream()
        .filter(user -> !users.contains(user))
        .forEach(user -> lab.okta.applications().unassignUser(app.id(), user.id()));
    incremental();
    people.forEach(AssetsIncrementalTest::assertHas);
    assertAsAfterAFullRun();
  }

  @Test
  public void c_theMembersOfAGroupAreFollowed() {
    List<User> people = active().subList(20, 24);
    Group group = lab.okta.directory().createGroup(Map.of("name", "Night shift"));
    people.forEach(user -> lab.okta.directory().addMember(group.id(), user.id()));
    incremental();
    lab.okta.requests().clear();
    lab.okta.applications().assignGroup(app(2).id(), group.id());
    lab.okta.roles().grantGroup(group.id(), "REPORT_ADMIN");
    incremental();
    people.forEach(AssetsIncrementalTest::assertHas);
    long calls = lab.okta.requests().count();
    // The group itself changed within Okta's lag, so that the list of groups is read once more.
    assertTrue(calls + " calls", calls <= 3 + 1 + 1 + 1 + LISTS * people.size());
    lab.okta.applications().unassignGroup(app(2).id(), group.id());
    incremental();
    people.forEach(AssetsIncrementalTest::assertHas);
    assertAsAfterAFullRun();
  }

  @Test
  public void d_devicesAndApplicationsThemselvesAreFollowedOneByOne() {
    User owner = active().get(30);
    Map<String, Object> profile =
        Map.of("displayName", "New laptop", "platform", "MACOS", "registered", true);
    Device device = lab.okta.devices().register(profile, List.of(owner.id()));
    App renamed = lab.okta.applications().rename(app(3).id(), "Renamed application");
    App fresh = lab.okta.applications().add("larkfield_fresh_1", "Fresh", "BOOKMARK");
    lab.okta.applications().assignUser(fresh.id(), owner.id(), Map.of());
    lab.okta.requests().clear();
    incremental();
    List<String> asked = asked();
    assertEquals(asked.toString(), 1, of(asked, "/api/v1/devices?"));
    assertEquals(asked.toString(), 1, of(asked, "/api/v1/apps?"));
    // The list of groups may come once more, where one changed within Okta's lag. Beside the owner
    // whoever enrolled the device, its event's actor, is looked at.
    assertTrue(asked.toString(), asked.size() <= 3 + 1 + 2 + 1 + 2 * LISTS);
    Map<String, AssetsView.Found> apps = view.all("Apps", "Okta Id");
    assertEquals(Set.of("Renamed application"), apps.get(renamed.id()).values("Name"));
    assertEquals(Set.of("Fresh"), apps.get(fresh.id()).values("Name"));
    assertHas(owner);
    AssetsView.Found found = view.all("Devices", "Okta Id").get(device.id());
    assertEquals(Set.of("New laptop"), found.values("Name"));
    assertTrue(devicesOf(owner).contains("New laptop"));
    assertEquals(1, found.values("Owners").size());
    lab.okta.devices().removeOwner(device.id(), owner.id());
    incremental();
    found = view.all("Devices", "Okta Id").get(device.id());
    assertEquals(Set.of(), found.values("Owners"));
    assertTrue(!devicesOf(owner).contains("New laptop"));
    assertAsAfterAFullRun();
  }

  @Test
  public void e_anApplicationThatIsSwitchedOffIsTakenFromItsUsersAtOnce() {
    App app = app(4);
    User user = lab.okta.applications().users(app.id()).get(0);
    lab.okta.applications().setActive(app.id(), false);
    JsonNode run = incremental();
    assertEquals(run.toString(), 0, objects(run, "retired"));
    assertHas(user);
    Set<String> status = view.all("Apps", "Okta Id").get(app.id()).values("Okta Status");
    assertEquals("the list leaves it out, and so does this run", Set.of("ACTIVE"), status);
    lab.okta.applications().setActive(app.id(), true);
    incremental();
    assertHas(user);
    assertAsAfterAFullRun();
  }

  @Test
  public void f_whoWasInAGroupThatIsGoneRefersToItNoLonger() {
    List<User> people = active().subList(40, 43);
    Group group = lab.okta.directory().createGroup(Map.of("name", "Day shift"));
    people.forEach(user -> lab.okta.directory().addMember(group.id(), user.id()));
    incremental();
    people.forEach(user -> assertTrue(groupsOf(user).contains("Day shift")));
    lab.okta.directory().deleteGroup(group.id());
    JsonNode run = incremental();
    assertEquals(run.toString(), 0, objects(run, "retired"));
    assertTrue(run.toString(), !run.path("notices").toString().contains("assets-people-untold"));
    people.forEach(user -> assertTrue(!groupsOf(user).contains("Day shift")));
    JsonNode full = lab.sync(connection);
    assertEquals("nobody is left to a full run: " + full, 0, objects(full, "updated"));
  }

  private static Set<String> devicesOf(User user) {
    return view.all("Users", "Okta Id").get(user.id()).values("Devices");
  }

  private static Set<String> groupsOf(User user) {
    return view.all("Users", "Okta Id").get(user.id()).values("Groups");
  }
}
