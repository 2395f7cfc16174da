package org.oktasync.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class SettingsJsonTest {
  private final SettingsJson json = new SettingsJson();

  @Test
  public void whatIsWrittenIsReadBack() {
    ConnectionSettings settings = ConnectionSettings.defaults().at("https://a.okta.com", 4);
    assertEquals(settings, json.read(json.write(settings)));
  }

  @Test
  public void whatIsLeftOutKeepsItsDefaultDownToSingleFields() {
    ConnectionSettings settings =
        json.read("{\"name\":\"A\",\"guardrails\":{\"maxDeactivations\":{\"percent\":3}}}");
    assertEquals(Integer.valueOf(3), settings.guardrails().maxDeactivations().percent());
    assertEquals(Integer.valueOf(50), settings.guardrails().maxDeactivations().count());
    assertEquals(UserSettings.DEFAULTS, settings.users());
  }

  @Test
  public void unknownFieldsAreIgnored() {
    assertEquals("A", json.read("{\"name\":\"A\",\"later\":{\"x\":1}}").name());
  }

  @Test
  public void aWrongTypeIsAnErrorAndNotADefault() {
    assertThrows(IllegalArgumentException.class, () -> json.read("{\"planHours\":\"soon\"}"));
    assertThrows(IllegalArgumentException.class, () -> json.read("{\"users\":{\"create\":null}}"));
    assertThrows(IllegalArgumentException.class, () -> json.read("not json"));
  }

  @Test
  public void theDefaultsRemoveNobodyUnasked() {
    ConnectionSettings defaults = ConnectionSettings.defaults();
    assertEquals("confirmed", defaults.users().adopt());
    assertTrue(defaults.groups().keepUnownedMembers());
    assertEquals("refuse", defaults.groups().collision());
    assertEquals(1, defaults.guardrails().minUsers());
  }
}
