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
      String assets = connected(lab);

      JsonNode check = lab.rest.post(assets + "/check", "{}").expect(200);
      assertTrue(check.toString(), check.path("ok").asBoolean());
      assertEquals("admin", check.path("user").asText());
      choose(lab, assets);
      lab.rest.post(assets + "/build", "{}").expect(202);
      JsonNode built = built(lab, assets);
      assertEquals(built.toString(), "SUCCEEDED", built.path("state").asText());
      assertTrue(built.path("total").asInt() > 20);

      JsonNode again = lab.rest.get(assets + "/build").expect(200);
      assertEquals(again.toString(), 0, again.path("actions").size());
      assertEquals(0, again.path("additions").size());
      JsonNode mapping =
          lab.rest
              .post(assets + "/mapping/check", "{\"text\":" + again.path("mapping") + "}")
              .expect(200);
      assertEquals(mapping.toString(), 0, mapping.path("errors").size());
      JsonNode schemas = lab.rest.get(assets + "/schemas?q=okt").expect(200);
      assertEquals(5, schemas.path("values").path(0).path("types").asInt());
    }
  }

  @Test
  public void rolesAreRestricted_whereThisJiraOffersIt() throws Exception {
    try (Lab lab = new Lab(AssetsOptions.ON, "--users", "10")) {
      String assets = connected(lab);
      choose(lab, assets);
      JsonNode roles = lab.rest.get(assets + "/roles").expect(200).path("roles");
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
      for (JsonNode role : lab.rest.put(assets + "/roles", body).expect(200).path("roles")) {
        boolean managers = role.path("name").asText().endsWith("Managers");
        assertEquals(role.toString(), managers, role.path("groups").size() > 0);
      }
    }
    try (Lab lab = new Lab(AssetsOptions.ON.withRoleCalls(false), "--users", "10")) {
      String assets = connected(lab);
      choose(lab, assets);
      assertFalse(lab.rest.get(assets + "/roles").expect(200).path("offered").asBoolean(true));
    }
  }

  @Test
  public void withoutAssets_thatIsToldByTheCheck_andPeopleAreSyncedAllTheSame() throws Exception {
    try (Lab lab = new Lab("--users", "10", "--clean")) {
      String assets = connected(lab);
      JsonNode check = lab.rest.post(assets + "/check", "{}").expect(200);
      assertEquals("assets-absent", last(check).path("code").asText());
      String id = assets.replaceAll("\\D+", "");
      assertEquals("SUCCEEDED", lab.sync(Long.parseLong(id)).path("state").asText());
    }
  }

  private static JsonNode last(JsonNode check) {
    return check.path("checks").path(check.path("checks").size() - 1);
  }

  /** A connection with a token; answers where its Assets is. */
  private static String connected(Lab lab) {
    long id = lab.connect();
    String token =
        lab.rest
            .call("POST", "/rest/pat/latest/tokens", "{\"name\":\"sync\"}")
            .expect(201)
            .path("rawToken")
            .asText();
    save(lab, id, "\"token\":\"" + token + "\"");
    return "/connections/" + id + "/assets";
  }

  private static void choose(Lab lab, String assets) {
    String schema = lab.rest.post(assets + "/schemas", "{}").expect(201).path("id").asText();
    String id = assets.replaceAll("\\D+", "");
    save(lab, Long.parseLong(id), "\"schemaId\":\"" + schema + "\"");
  }

  private static void save(Lab lab, long id, String assets) {
    int version = lab.rest.get("/connections/" + id).expect(200).path("version").asInt();
    String body = "{\"version\":%d,\"assets\":{%s}}".formatted(version, assets);
    lab.rest.put("/connections/" + id, body).expect(200);
  }

  private static JsonNode built(Lab lab, String assets) {
    return Await.until(
        "the end of building",
        () -> lab.rest.get(assets + "/build/progress").expect(200),
        build -> !build.path("state").asText().equals("RUNNING"));
  }
}
