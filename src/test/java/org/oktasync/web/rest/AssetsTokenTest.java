package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The token for Assets is taken, sealed, never shown, and never sent to another site. */
public class AssetsTokenTest {
  private static final String EXTERNAL =
      "\"site\":\"external\",\"url\":\"https://other.example.com\"";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RestWorld world;
  private long id;

  @Before
  public void connect() {
    world = new RestWorld(folder.getRoot().toPath());
    id = world.connect();
  }

  @Test
  public void itIsSealed_andOnlyThatItIsSetIsTold() {
    Answered answer = saved(1, "\"token\":\"pat-s3cret\"");

    assertEquals("sealed pat-s3cret", stored());
    assertEquals("true", answer.at("/assets/token/set"));
    assertEquals("ada", answer.at("/assets/token/setBy"));
    assertFalse(answer.text().contains("pat-s3cret"));
  }

  @Test
  public void whatIsLeftOutOrSentBack_keepsIt() {
    saved(1, "\"token\":\"pat\"");
    saved(2, "\"token\":{\"set\":true}");
    saved(3, "\"token\":\"\",\"writesPerMinute\":60");
    assertEquals("sealed pat", stored());
  }

  @Test
  public void switchedOnWithoutIt_isRefused() {
    assertEquals(
        List.of("assets.token: assets-token-missing"),
        refused(1, "\"enabled\":true,\"schemaId\":\"7\",\"mapping\":\"key:id=Id\""));
  }

  @Test
  public void aMappingWithErrorsIsKept_butNothingIsWrittenByIt() {
    saved(1, "\"token\":\"pat\",\"schemaId\":\"7\",\"mapping\":\"map:id=Id\"");
    assertEquals(List.of("assets.mapping: assets-mapping-errors"), refused(2, "\"enabled\":true"));
    saved(2, "\"enabled\":true,\"mapping\":\"key:id=Id\"");
  }

  @Test
  public void aMappingThatWouldMakeTwoObjectsOfOneThingIsKept_butNothingIsWrittenByIt() {
    String groups = "Groups:\\nkey:id=Group ID\\nconfig:data_source=/api/v1/groups";
    String people = "key:id=Id\\nmap:groups=Groups|Name=${groups}\\nconfig:section=groups\\n";
    saved(1, "\"token\":\"pat\",\"schemaId\":\"7\",\"mapping\":\"" + people + groups + "\"");
    assertEquals(
        List.of("assets.mapping: assets-mapping-conflicts"), refused(2, "\"enabled\":true"));
    String both = people + groups + "\\nmap:profile.name=Name";
    saved(2, "\"enabled\":true,\"mapping\":\"" + both + "\"");
  }

  @Test
  public void anotherSite_needsAnotherToken() {
    saved(1, "\"token\":\"pat\"");
    saved(2, "\"url\":\"http://localhost:8080/\"");
    assertEquals("http://localhost:8080", settingsUrl());

    assertEquals(List.of("assets.token: assets-token-other-site"), refused(3, EXTERNAL));
    saved(3, EXTERNAL + ",\"token\":\"pat2\"");
    assertEquals(
        List.of("assets.token: assets-token-other-site"),
        refused(4, "\"url\":\"https://evil.example.com\""));
    assertEquals(
        List.of("assets.token: assets-token-other-site"),
        refused(4, "\"site\":\"current\",\"url\":\"\""));
    assertEquals("sealed pat2", stored());
  }

  private Answered saved(int version, String assets) {
    return Answered.with(200, update(version, assets));
  }

  private List<String> refused(int version, String assets) {
    return Answered.with(400, update(version, assets)).errors();
  }

  private javax.ws.rs.core.Response update(int version, String assets) {
    String body = "{\"version\":" + version + ",\"assets\":{" + assets + "}}";
    return world.connectionResource().update("" + id, body);
  }

  private String stored() {
    return world.settings.connection(id).orElseThrow().assetsToken().sealed();
  }

  private String settingsUrl() {
    return world.settings.connection(id).orElseThrow().settings().assets().url();
  }
}
