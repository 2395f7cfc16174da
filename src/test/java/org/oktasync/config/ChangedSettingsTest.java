package org.oktasync.config;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** Settings that differ are named. */
public class ChangedSettingsTest {
  private final ConnectionSettings before = ConnectionSettings.defaults();

  @Test
  public void equalSettings_differInNothing() {
    assertEquals(List.of(), ChangedSettings.between(before, ConnectionSettings.defaults()));
  }

  @Test
  public void eachIsNamedByItsPath_withoutItsValue() {
    String json =
        "{\"name\":\"Confidential\",\"guardrails\":{\"maxDeactivations\":{\"count\":7},"
            + "\"protectedUsers\":[\"root\"]},\"schedule\":{\"interval\":\"PT1H\"}}";
    ConnectionSettings after = new SettingsJson().read(json, before);
    assertEquals(
        List.of(
            "name",
            "guardrails.maxDeactivations.count",
            "guardrails.protectedUsers",
            "schedule.interval"),
        ChangedSettings.between(before, after));
  }
}
