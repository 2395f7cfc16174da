package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Test;

public class DevicesApiTest {
  private final OktaOrg org = OktaOrg.start(Options.of("--users", "100").forTest(new TestClock()));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  @Test
  public void bothSides_showTheSameOwners() throws Exception {
    Set<String> fromDevices = new HashSet<>();
    for (String id : client.ids("/api/v1/devices?limit=7")) {
      client
          .json("/api/v1/devices/" + id + "/users")
          .forEach(owner -> fromDevices.add(id + " " + owner.at("/user/id").asText()));
    }
    Set<String> fromPeople = new HashSet<>();
    for (User user : org.directory().users()) {
      client
          .json("/api/v1/users/" + user.id() + "/devices")
          .forEach(link -> fromPeople.add(link.at("/device/id").asText() + " " + user.id()));
    }
    assertEquals(fromPeople, fromDevices);
  }

  @Test
  public void owners_comeWithTheDevicesWhenAskedFor() throws Exception {
    assertFalse(client.json("/api/v1/devices?limit=1").get(0).has("_embedded"));
    List<Integer> counts = new ArrayList<>();
    for (JsonNode device : client.json("/api/v1/devices?expand=userSummary")) {
      JsonNode owners = device.at("/_embedded/users");
      counts.add(owners.size());
      for (JsonNode owner : owners) {
        Set<String> names = new HashSet<>();
        owner.get("user").fieldNames().forEachRemaining(names::add);
        assertEquals(Set.of("id", "profile", "_links"), names);
        assertTrue(owner.at("/user/profile").has("login"));
        assertFalse(owner.at("/user/profile").has("department"));
        assertTrue(owner.has("managementStatus") && owner.has("screenLockType"));
      }
    }
    assertEquals(80, counts.size());
    assertEquals(Set.of(0, 1, 2), new HashSet<>(counts));
    JsonNode whole = client.json("/api/v1/devices?expand=user&limit=1");
    assertTrue(whole.at("/0/_embedded/users/0/user/profile").has("department"));
    assertTrue(whole.at("/0/_embedded/users/0/user").has("status"));
  }

  @Test
  public void lists_keepToOktasLimits() throws Exception {
    assertEquals(400, client.get("/api/v1/devices?limit=201").statusCode());
    assertEquals(400, client.get("/api/v1/devices?limit=0").statusCode());
    assertEquals(400, client.get("/api/v1/devices?expand=owner").statusCode());
    assertEquals(404, client.get("/api/v1/devices/guo00000000000000000").statusCode());
    String macs =
        TestClient.encode("profile.platform eq \"macos\" and profile.serialNumber co \"0\"");
    List<String> found = client.ids("/api/v1/devices?search=" + macs);
    assertTrue(found.size() > 5 && found.size() < 80);
    String wrong = TestClient.encode("profile.platform co \"mac\"");
    assertEquals(400, client.get("/api/v1/devices?search=" + wrong).statusCode());
  }

  @Test
  public void aDevice_losesItsOwnersBeforeItGoes() throws Exception {
    String id = org.devices().all().get(0).id();
    String path = "/api/v1/devices/" + id;
    assertEquals(403, client.send("DELETE", path, "").statusCode());
    assertEquals(204, client.send("POST", path + "/lifecycle/deactivate", "").statusCode());
    assertEquals("DEACTIVATED", client.json(path).get("status").asText());
    assertEquals(0, client.json(path + "/users").size());
    assertEquals(204, client.send("DELETE", path, "").statusCode());
    assertEquals(404, client.get(path).statusCode());
  }

  @Test
  public void aDeletedPerson_ownsNothing() throws Exception {
    User user = org.directory().users().get(7);
    Device device =
        org.devices()
            .register(
                Map.of("displayName", "X", "platform", "IOS", "registered", true),
                List.of(user.id(), org.directory().users().get(8).id()));
    if (user.status() != UserStatus.DEPROVISIONED) {
      org.directory().delete(user.id());
    }
    assertEquals(2, client.json("/api/v1/devices/" + device.id() + "/users").size());
    org.directory().delete(user.id());
    assertEquals(1, client.json("/api/v1/devices/" + device.id() + "/users").size());
  }

  @Test
  public void aDevicesLife_isTold() throws Exception {
    var page = client.get("/api/v1/logs?limit=1000");
    assertEquals("devices that were there are no news", "[]", page.body());
    String ann = org.directory().users().get(7).id();
    String bob = org.directory().users().get(8).id();
    Map<String, Object> profile = Map.of("displayName", "X", "platform", "IOS", "registered", true);
    Device device = org.devices().register(profile, List.of(ann));
    org.devices().addOwner(device.id(), bob);
    org.devices().addOwner(device.id(), bob);
    org.devices().removeOwner(device.id(), ann);
    org.devices().removeOwner(device.id(), ann);
    assertTrue(org.devices().device(device.id()).ownedBy(bob));
    assertFalse(org.devices().device(device.id()).ownedBy(ann));
    String path = "/api/v1/devices/" + device.id();
    assertEquals(204, client.send("POST", path + "/lifecycle/deactivate", "").statusCode());
    assertEquals(204, client.send("POST", path + "/lifecycle/deactivate", "").statusCode());
    assertEquals(204, client.send("POST", path + "/lifecycle/activate", "").statusCode());
    org.devices().setActive(device.id(), false);
    assertEquals(204, client.send("DELETE", path, "").statusCode());
    List<String> told = new ArrayList<>();
    for (JsonNode event : client.json(TestClient.next(page))) {
      Map<String, String> targets = new java.util.TreeMap<>();
      event
          .get("target")
          .forEach(one -> targets.put(one.get("type").asText(), one.get("id").asText()));
      assertEquals(device.id(), targets.remove("Device"));
      told.add(event.get("eventType").asText() + targets);
    }
    assertEquals(
        List.of(
            "device.enrollment.create{}",
            "device.user.add{User=" + ann + "}",
            "device.user.add{User=" + bob + "}",
            "device.user.remove{User=" + ann + "}",
            "device.lifecycle.deactivate{}",
            "device.lifecycle.activate{}",
            "device.lifecycle.deactivate{}",
            "device.lifecycle.delete{}"),
        told);
  }

  @Test
  public void anOrganisationWithoutTheFeature_saysSo() throws Exception {
    try (OktaOrg bare = OktaOrg.start(Options.of("--port", "0", "--devices", "none"))) {
      TestClient there = new TestClient(bare);
      String user = bare.directory().users().get(0).id();
      for (String path :
          List.of(
              "/api/v1/devices?limit=20",
              "/api/v1/devices/x",
              "/api/v1/users/" + user + "/devices")) {
        HttpResponse<String> answer = there.get(path);
        assertEquals(path, 401, answer.statusCode());
        assertEquals(path, "E0000015", there.errorCode(answer));
      }
    }
  }
}
