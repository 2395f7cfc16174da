package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;

/** From a token to a schema that a mapping can fill, by the built add-on. */
public class AssetsSetupTest {
  @Test
  public void oneClickBuildsASchema_andASecondOneNothing() throws Exception {
    try (Lab lab = new Lab(AssetsOptions.STRICT, "--users", "60", "--groups", "6")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());

      JsonNode check = lab.rest.post(assets.at("/check"), "{}").expect(200);
      assertTrue(check.toString(), check.path("ok").asBoolean());
      assertEquals("admin", check.path("user").asText());
      assets.createSchema();
      assertTrue(assets.build().path("total").asInt() > 20);

      JsonNode again = lab.rest.get(assets.at("/build")).expect(200);
      assertEquals(again.toString(), 0, again.path("actions").size());
      assertEquals(0, again.path("additions").size());
      JsonNode mapping =
          lab.rest
              .post(assets.at("/mapping/check"), "{\"text\":" + again.path("mapping") + "}")
              .expect(200);
      assertEquals(mapping.toString(), 0, mapping.path("errors").size());
      JsonNode schemas = lab.rest.get(assets.at("/schemas?q=okt")).expect(200);
      assertEquals(5, schemas.path("values").path(0).path("types").asInt());
    }
  }

  @Test
  public void whatWasBuiltByOneClick_isFilledByOneMore_andASecondImportWritesNothing()
      throws Exception {
    importedTwice(AssetsOptions.ON);
  }

  @Test
  public void theSame_inTheStrictReading() throws Exception {
    importedTwice(AssetsOptions.STRICT);
  }

  private static void importedTwice(AssetsOptions options) throws Exception {
    try (Lab lab = new Lab(options, "--users", "60", "--groups", "6")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.settle();

      JsonNode first = assets.importObjects();
      assertTrue(
          first.toString(), first.path("counts").path("objects").path("created").asInt() > 66);
      JsonNode second = assets.importObjects();
      assertEquals(second.toString(), "SUCCEEDED", second.path("state").asText());
      JsonNode counts = second.path("counts").path("objects");
      for (String written : new String[] {"created", "updated", "retired", "deleted", "failed"}) {
        assertEquals(second.toString(), 0, counts.path(written).asInt());
      }
    }
  }

  @Test
  public void theAssetsOfAnotherJiraAreFilled_andItsOutageHarmsNobodyHere() throws Exception {
    try (Lab here = new Lab("--users", "20", "--groups", "3", "--clean");
        Lab there = new Lab(AssetsOptions.ON, "--users", "1")) {
      AssetsConnection assets = AssetsConnection.elsewhere(here, here.connect(), there);
      JsonNode check = here.rest.post(assets.at("/check"), "{}").expect(200);
      assertTrue(check.toString(), check.path("ok").asBoolean());
      assets.settle();
      JsonNode run = assets.importObjects();
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      AssetsView view = AssetsConnection.view(there.host.baseUrl(), there);
      assertEquals(here.okta.directory().users().size(), view.count("Users"));
      assertEquals(here.okta.directory().groups().size(), view.count("Groups"));
      String home = "/rest/assets/1.0/objectschema/list";
      assertEquals("none here", 404, here.rest.call("GET", home, null).status());
      there.host.assetsFaults().setEnabled(false);
      assertEquals("PARTIAL", here.sync(connectionOf(here)).path("state").asText());
    }
  }

  private static long connectionOf(Lab lab) {
    return lab.rest.get("/connections").expect(200).at("/values/0/id").asLong();
  }

  @Test
  public void rolesAreRestricted_whereThisJiraOffersIt() throws Exception {
    try (Lab lab = new Lab(AssetsOptions.ON, "--users", "10")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.createSchema();
      JsonNode roles = lab.rest.get(assets.at("/roles")).expect(200).path("roles");
      List<String> wanted = new ArrayList<>();
      roles.forEach(
          role ->
              wanted.add(
                  "{\"id\":%s,\"users\":%s,\"groups\":%s}"
                      .formatted(
                          role.path("id"),
                          role.path("restricted").path("users"),
                          role.path("restricted").path("groups"))));
      String body = "{\"roles\":[" + String.join(",", wanted) + "]}";
      for (JsonNode role : lab.rest.put(assets.at("/roles"), body).expect(200).path("roles")) {
        boolean managers = role.path("name").asText().endsWith("Managers");
        assertEquals(role.toString(), managers, role.path("groups").size() > 0);
      }
    }
    try (Lab lab = new Lab(AssetsOptions.ON.withRoleCalls(false), "--users", "10")) {
      AssetsConnection assets = new AssetsConnection(lab, lab.connect());
      assets.createSchema();
      assertFalse(lab.rest.get(assets.at("/roles")).expect(200).path("offered").asBoolean(true));
    }
  }

  @Test
  public void withoutAssets_thatIsToldByTheCheck_andPeopleAreSyncedAllTheSame() throws Exception {
    try (Lab lab = new Lab("--users", "10", "--clean")) {
      long connection = lab.connect();
      AssetsConnection assets = new AssetsConnection(lab, connection);
      JsonNode check = lab.rest.post(assets.at("/check"), "{}").expect(200);
      assertEquals("assets-absent", last(check).path("code").asText());
      assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
    }
  }

  private static JsonNode last(JsonNode check) {
    return check.path("checks").path(check.path("checks").size() - 1);
  }
}
