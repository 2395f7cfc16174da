package org.oktasync.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** What may be set for Assets. */
public class AssetsRulesTest {
  private static final String WHOLE =
      "\"enabled\":true,\"schemaId\":\"7\",\"mapping\":\"key:id=Id\"";

  @Test
  public void theDefaultsAreFine_andWriteNothing() {
    assertEquals(List.of(), problems(""));
    assertFalse(ConnectionSettings.defaults().assets().enabled());
    assertEquals("status", ConnectionSettings.defaults().assets().missing().action());
    assertEquals(
        Integer.valueOf(50), ConnectionSettings.defaults().guardrails().maxRetirements().count());
  }

  @Test
  public void whatCannotTakeEffect_isRefusedByItsField() {
    assertEquals(List.of("assets.site: not-supported"), problems("\"site\":\"here\""));
    assertEquals(List.of("assets.url: assets-url-missing"), problems("\"site\":\"external\""));
    assertEquals(
        List.of("assets.url: assets-url-http"), problems("\"url\":\"http://jira.example.com\""));
    assertEquals(
        List.of("assets.writesPerMinute: number-out-of-range"), problems("\"writesPerMinute\":0"));
    assertEquals(
        List.of("assets.missing.action: not-supported"),
        problems("\"missing\":{\"action\":\"burn\"}"));
    assertEquals(
        List.of("assets.missing.status: assets-status-missing"),
        problems("\"missing\":{\"status\":\" \"}"));
    assertEquals(
        List.of("assets.missing.status: assets-status-too-long"),
        problems("\"missing\":{\"status\":\"" + "x".repeat(31) + "\"}"));
    assertEquals(List.of(), problems("\"missing\":{\"action\":\"archive\",\"status\":\"\"}"));
    assertEquals(
        List.of("assets.missing.afterRuns: number-out-of-range"),
        problems("\"missing\":{\"afterRuns\":0}"));
  }

  @Test
  public void namesOfTypes_areThoseThatAssetsTakes_eachOnce() {
    assertEquals(
        List.of("assets.types.apps.name: assets-type-name-unusable"),
        problems("\"types\":{\"apps\":{\"name\":\"Apps: all\"}}"));
    assertEquals(
        List.of("assets.types.roles.name: assets-type-name-missing"),
        problems("\"types\":{\"roles\":{\"name\":\"\"}}"));
    assertEquals(
        List.of("assets.types.devices.name: assets-type-name-twice"),
        problems("\"types\":{\"devices\":{\"name\":\"users\"}}"));
  }

  @Test
  public void whatIsSwitchedOn_needsASchemaAndAMapping() {
    assertEquals(
        List.of("assets.schemaId: assets-schema-missing", "assets.mapping: assets-mapping-missing"),
        problems("\"enabled\":true"));
    assertEquals(List.of(), problems(WHOLE));
  }

  @Test
  public void aTypeThatIsOff_isLeftOutUnderItsName() {
    AssetsTypes types =
        settings("\"types\":{\"apps\":{\"on\":false,\"name\":\"Okta Apps\"}}").assets().types();
    assertTrue(types.switchedOff("okta apps"));
    assertFalse(types.switchedOff("Apps"));
    assertFalse(types.switchedOff("Groups"));
  }

  @Test
  public void thePaceOfWrites_isNoRule_andNothingIsWhileItIsOff() {
    ConnectionSettings on = settings(WHOLE);
    assertEquals(on.rules(), settings(WHOLE + ",\"writesPerMinute\":5").rules());
    assertNotEquals(on.rules(), settings(WHOLE + ",\"missing\":{\"action\":\"delete\"}").rules());
    assertNotEquals(on.rules(), settings("").rules());
    assertEquals(settings("").rules(), settings("\"mapping\":\"draft\"").rules());
  }

  private static List<String> problems(String assets) {
    return new SettingsRules()
        .check(settings(assets)).stream()
            .map(problem -> problem.field() + ": " + problem.message().code())
            .toList();
  }

  private static ConnectionSettings settings(String assets) {
    return new SettingsJson().read("{\"name\":\"A\",\"assets\":{" + assets + "}}");
  }
}
