package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.Device;
import org.oktasync.devkit.oktaorg.User;

/** Devices and who has them, and who leads whom, by the built add-on. */
public class AssetsDevicesTest {
  private static final String MAPPING =
      """
      key:id=Okta Id
      map:profile.displayName=Name
      map:devices.*.id=Devices|"Okta Id" = ${devices.*.id}
      config:section=devices
      Devices:
      key:id=Okta Id
      map:profile.displayName=Name
      config:data_source=/api/v1/devices?limit=200
      """;

  private static long objects(JsonNode run, String what) {
    return run.path("counts").path("objects").path(what).asLong();
  }

  private static void assertWritesNothing(JsonNode run) {
    for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
      assertEquals(kind + " in " + run, 0, objects(run, kind));
    }
  }

  @Test
  public void anOrganisationWithoutDevicesIsANotice_andEverythingElseIsMade() throws Exception {
    try (Lab lab =
        new Lab(
            AssetsOptions.ON, "--users", "20", "--groups", "4", "--clean", "--devices", "none")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.settle();
      JsonNode estimate = lab.rest.get(assets.at("/estimate")).expect(200);
      assertEquals(estimate.toString(), 20, estimate.path("users").asLong());
      assertEquals(estimate.toString(), 0, estimate.path("devices").asLong());
      assertTrue(estimate.toString(), estimate.path("notices").size() > 1);
      JsonNode run = assets.importObjects();
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertTrue(run.toString(), run.path("notices").toString().contains("assets-list-missing"));
      AssetsView view = assets.view(lab.host.baseUrl());
      assertEquals(20, view.all("Users", "Okta Id").size());
      assertEquals(0, view.count("Devices"));
      assertWritesNothing(assets.importObjects());
    }
  }

  @Test
  public void devicesOfNobodyOfOneAndOfSeveral_andManagersAsReferences() throws Exception {
    try (Lab lab = new Lab(AssetsOptions.ON, "--users", "40", "--groups", "4", "--clean")) {
      List<User> people = lab.okta.directory().users();
      register(lab, "Spare", List.of());
      register(lab, "Own", List.of(people.get(3).id()));
      register(lab, "Shared", List.of(people.get(3).id(), people.get(4).id(), people.get(5).id()));
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.settle();
      JsonNode run = assets.importObjects();
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      AssetsView view = assets.view(lab.host.baseUrl());
      Map<String, AssetsView.Found> users = view.all("Users", "Okta Id");
      Map<String, AssetsView.Found> devices = view.all("Devices", "Okta Id");
      for (Device device : lab.okta.devices().all()) {
        Set<String> owners =
            device.owners().stream()
                .flatMap(owner -> users.get(owner.user()).values("Name").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(device.owners().size(), owners.size());
        assertEquals(owners, devices.get(device.id()).values("Owners"));
      }
      assertLeads(people, users);
      assertWritesNothing(assets.importObjects());
    }
  }

  @Test
  public void whoHadADeviceThatIsSwitchedOffOrGone_refersToItNoLonger_afterAnIncrementalRun()
      throws Exception {
    try (Lab lab = new Lab(AssetsOptions.ON, "--users", "20", "--groups", "4", "--clean")) {
      List<User> people = lab.okta.directory().users();
      Device off = register(lab, "Switched off", List.of(people.get(3).id(), people.get(4).id()));
      Device gone = register(lab, "Given away", List.of(people.get(4).id()));
      register(lab, "Kept", List.of(people.get(4).id()));
      long connection = lab.connect();
      AssetsConnection assets = new AssetsConnection(lab, connection);
      assets.createSchema();
      assets.mapAsItIs(MAPPING);
      assets.build();
      assets.save("\"enabled\":true");
      assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
      AssetsView view = assets.view(lab.host.baseUrl());
      Set<String> before = new TreeSet<>(devices(view, people.get(4)));
      assertTrue(before.toString(), before.containsAll(Set.of("Switched off", "Given away")));
      assertTrue(devices(view, people.get(3)).contains("Switched off"));
      lab.okta.devices().setActive(off.id(), false);
      lab.okta.devices().setActive(gone.id(), false);
      lab.okta.devices().delete(gone.id());
      JsonNode run = lab.incremental(connection);
      assertEquals(run.toString(), "incremental", run.path("mode").asText());
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      assertEquals(run.toString(), 0, run.path("notices").size());
      assertTrue(!devices(view, people.get(3)).contains("Switched off"));
      before.removeAll(Set.of("Switched off", "Given away"));
      assertEquals(before, devices(view, people.get(4)));
      assertTrue(before.contains("Kept"));
      assertEquals(0, objects(lab.sync(connection), "updated"));
    }
  }

  private static Set<String> devices(AssetsView view, User user) {
    return view.all("Users", "Okta Id").get(user.id()).values("Devices");
  }

  private static Device register(Lab lab, String name, List<String> owners) {
    Map<String, Object> profile =
        Map.of("displayName", name, "platform", "MACOS", "registered", true);
    return lab.okta.devices().register(profile, owners);
  }

  /** A manager is named by their Okta id or by whatever else tells them apart. */
  private static void assertLeads(List<User> people, Map<String, AssetsView.Found> users) {
    long led = 0;
    for (User person : people) {
      for (User manager : people) {
        String named = person.text("managerId");
        boolean meant =
            named != null
                && (named.equals(manager.id())
                    || named.equals(manager.text("employeeNumber"))
                    || named.equals(manager.text("login")));
        if (meant) {
          led++;
          assertEquals(
              users.get(manager.id()).values("Name"), users.get(person.id()).values("Manager"));
        }
      }
    }
    assertTrue(led + " are led", led > 20);
  }
}
