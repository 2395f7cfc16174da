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
        new LeaverSettings(
            "deactivate",
            List.of(),
            "deactivate",
            "deactivate",
            30,
            List.of(),
            GraceSettings.NONE,
            false,
            "",
            "",
            ""),
        defaults.leavers());
    assertEquals("keep", defaults.groups().notFound());
  }

  @Test
  public void eachEventHasOneOfFourPolicies() {
    assertEquals(
        List.of(),
        problems(
            "{\"leavers\":{\"inactive\":\"delete\",\"notFound\":\"delete\"},"
                + "\"groups\":{\"notFound\":\"delete\"}}"));
    assertEquals(List.of(), problems("{\"leavers\":{\"outOfScope\":\"remove-groups\"}}"));
    assertEquals(
        List.of("leavers.outOfScope not-supported"),
        problems("{\"leavers\":{\"outOfScope\":\"anonymise\"}}"));
  }

  @Test
  public void aRuleForAStatusThatIsNotInactiveIsRefused() {
    String rule = "{\"leavers\":{\"byStatus\":[{\"status\":\"%s\",\"policy\":\"%s\"}]}}";
    assertEquals(List.of(), problems(rule.formatted("SUSPENDED", "keep")));
    assertEquals(
        List.of("leavers.byStatus.0.status status-not-inactive"),
        problems(rule.formatted("LOCKED_OUT", "keep")));
    assertEquals(
        List.of("leavers.byStatus.0.policy not-supported"),
        problems(rule.formatted("SUSPENDED", "later")));
  }

  @Test
  public void aStatusHasOneRule() {
    assertEquals(
        List.of("leavers.byStatus.1.status status-twice"),
        problems(
            "{\"leavers\":{\"byStatus\":[{\"status\":\"SUSPENDED\",\"policy\":\"keep\"},"
                + "{\"status\":\"SUSPENDED\",\"policy\":\"deactivate\"}]}}"));
  }

  @Test
  public void onlyStatusesOfOktaCountAsInactive_andActiveNever() {
    String statuses = "{\"users\":{\"inactiveStatuses\":[\"%s\"]}}";
    assertEquals(List.of(), problems(statuses.formatted("LOCKED_OUT")));
    List<String> refused = List.of("users.inactiveStatuses not-supported");
    assertEquals(refused, problems(statuses.formatted("BANANA")));
    assertEquals(refused, problems(statuses.formatted("ACTIVE")));
  }

  @Test
  public void anExpressionInAListOfNamesIsRefused() {
    assertEquals(
        List.of(
            "leavers.keepGroups pattern-no-expression",
            "scope.excluded pattern-no-expression",
            "guardrails.protectedUsers pattern-no-expression",
            "guardrails.protectedGroups pattern-no-expression"),
        problems(
            "{\"leavers\":{\"keepGroups\":[\"a*\",\"/a.*/\"]},"
                + "\"scope\":{\"excluded\":[\" /p[0-9]+/\"]},"
                + "\"guardrails\":{\"protectedUsers\":[\"/x/\"],\"protectedGroups\":[\"/y/\"]}}"));
    assertEquals(List.of(), problems("{\"scope\":{\"excluded\":[\"/\",\"//\",\"a/\"]}}"));
  }

  @Test
  public void aGraceIsNoneToAYear_andWhatIsMissingIsNone() {
    String grace = "{\"leavers\":{\"grace\":{\"inactive\":%d,\"outOfScope\":%d,\"notFound\":%d}}}";
    assertEquals(List.of(), problems(grace.formatted(0, 365, 14)));
    assertEquals(
        List.of(
            "leavers.grace.inactive number-out-of-range",
            "leavers.grace.outOfScope number-out-of-range",
            "leavers.grace.notFound number-out-of-range"),
        problems(grace.formatted(-1, 366, 1_000)));
    for (String stored : List.of("{}", "{\"leavers\":{\"grace\":null,\"contact\":null}}")) {
      ConnectionSettings settings = new SettingsJson().read(stored);
      assertEquals(GraceSettings.NONE, settings.leavers().grace());
      assertEquals("", settings.leavers().contact());
    }
  }

  @Test
  public void whomToAskIsShort() {
    String contact = "{\"leavers\":{\"contact\":\"%s\"}}";
    assertEquals(List.of(), problems(contact.formatted("x".repeat(300))));
    assertEquals(
        List.of("leavers.contact contact-too-long"), problems(contact.formatted("x".repeat(301))));
  }

  @Test
  public void thereIsAlwaysAWaitingTime() {
    String days = "{\"leavers\":{\"deleteAfterDays\":%d}}";
    assertEquals(List.of(), problems(days.formatted(1)));
    assertEquals(
        List.of("leavers.deleteAfterDays number-out-of-range"), problems(days.formatted(0)));
  }
}
