package org.oktasync.config;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** What may be said about leavers and about groups that are gone. */
public class LeaverRulesTest {
  private static List<String> problems(String json) {
    ConnectionSettings settings = new SettingsJson().read(json).at("https://example.okta.com", 7);
    return new SettingsRules()
        .check(settings).stream()
            .filter(problem -> !problem.field().equals("name"))
            .map(problem -> problem.field() + " " + problem.message().code())
            .toList();
  }

  @Test
  public void byDefaultNobodyAndNothingIsDeleted() {
    ConnectionSettings defaults = ConnectionSettings.defaults();
    assertEquals(
        new LeaverSettings("deactivate", "deactivate", "deactivate", 30), defaults.leavers());
    assertEquals("keep", defaults.groups().notFound());
  }

  @Test
  public void deletionIsForThoseOfWhomOktaItselfSaysSo() {
    assertEquals(
        List.of(),
        problems(
            "{\"leavers\":{\"inactive\":\"delete\",\"notFound\":\"delete\"},"
                + "\"groups\":{\"notFound\":\"delete\"}}"));
    assertEquals(
        List.of("leavers.outOfScope not-supported"),
        problems("{\"leavers\":{\"outOfScope\":\"delete\"}}"));
  }

  @Test
  public void thereIsAlwaysAWaitingTime() {
    String days = "{\"leavers\":{\"deleteAfterDays\":%d}}";
    assertEquals(List.of(), problems(days.formatted(1)));
    assertEquals(
        List.of("leavers.deleteAfterDays number-out-of-range"), problems(days.formatted(0)));
  }
}
