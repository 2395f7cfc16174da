package org.oktasync.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.mapping.CorrelationRule;
import org.oktasync.model.Limit;

/** What values settings may have, as far as it can be told without asking Jira or Okta. */
public final class SettingsRules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CONTACT = 300;
  private static final int LONGEST_GRACE = 365;

  /** Everything that is wrong with these settings; empty when they are fine. */
  public List<FieldProblem> check(ConnectionSettings settings) {
    List<FieldProblem> problems = new ArrayList<>();
    String name = settings.name();
    if (name == null || name.isBlank()) {
      problems.add(FieldProblem.of("name", "name-missing"));
    } else if (name.length() > LONGEST_NAME) {
      problems.add(FieldProblem.of("name", "name-too-long", LONGEST_NAME));
    }
    choice(problems, "auth.method", settings.auth().method(), Set.of(AuthSettings.API_TOKEN));
    checkPeople(problems, settings);
    new ScopeRules().check(settings.scope(), problems);
    checkGroups(problems, settings.groups());
    checkGuardrails(problems, settings.guardrails());
    range(problems, "source.rateShare", settings.source().rateShare(), 1, 100);
    range(problems, "source.concurrency", settings.source().concurrency(), 2, 4);
    new ScheduleRules().check(settings.schedule(), problems);
    new NoticeRules().check(settings.notices(), problems);
    range(problems, "login.perMinute", settings.login().perMinute(), 1, 600);
    new AssetsRules().check(settings.assets(), problems);
    range(problems, "planHours", settings.planHours(), 1, 720);
    return problems;
  }

  /** What is wrong with the scope alone. */
  public List<FieldProblem> checkScope(ConnectionSettings settings) {
    List<FieldProblem> problems = new ArrayList<>();
    new ScopeRules().check(settings.scope(), problems);
    return problems;
  }

  private static void checkPeople(List<FieldProblem> problems, ConnectionSettings settings) {
    UserSettings users = settings.users();
    choice(
        problems,
        "users.mode",
        users.mode(),
        Set.of(UserSettings.CREATE_AND_UPDATE, UserSettings.MATCH_ONLY));
    choice(
        problems,
        "users.adopt",
        users.adopt(),
        Set.of(
            UserSettings.ADOPT_NEVER, UserSettings.ADOPT_CONFIRMED, UserSettings.ADOPT_AUTOMATIC));
    if (users.correlate().isEmpty() && !users.adopt().equals(UserSettings.ADOPT_NEVER)) {
      problems.add(FieldProblem.of("users.correlate", "correlate-missing"));
    }
    for (String status : users.inactiveStatuses()) {
      choice(problems, "users.inactiveStatuses", status, ScopeRules.INACTIVE);
    }
    for (String rule : users.correlate()) {
      if (!rule.startsWith(CorrelationRule.PROPERTY)) {
        choice(problems, "users.correlate", rule, Set.of("login", "email"));
      } else if (!isMapped(settings.mapping(), rule)) {
        problems.add(FieldProblem.of("users.correlate", "correlate-not-mapped", rule));
      }
    }
    checkLeavers(problems, settings);
  }

  /** What is not mapped is read of neither side. */
  private static boolean isMapped(MappingSettings mapping, String rule) {
    return mapping.attributes().stream()
        .filter(attribute -> attribute.target().equals(AttributeSettings.PROPERTY))
        .anyMatch(attribute -> rule.equals(CorrelationRule.PROPERTY + attribute.key()));
  }

  private static void checkLeavers(List<FieldProblem> problems, ConnectionSettings settings) {
    LeaverSettings leavers = settings.leavers();
    Set<String> all =
        Set.of(
            LeaverSettings.KEEP,
            LeaverSettings.REMOVE_GROUPS,
            LeaverSettings.DEACTIVATE,
            LeaverSettings.DELETE);
    choice(problems, "leavers.inactive", leavers.inactive(), all);
    choice(problems, "leavers.outOfScope", leavers.outOfScope(), all);
    choice(problems, "leavers.notFound", leavers.notFound(), all);
    Set<String> ruled = new HashSet<>();
    for (int i = 0; i < leavers.byStatus().size(); i++) {
      LeaverSettings.StatusPolicy rule = leavers.byStatus().get(i);
      if (!ruled.add(rule.status())) {
        problems.add(
            FieldProblem.of("leavers.byStatus." + i + ".status", "status-twice", rule.status()));
      }
      choice(problems, "leavers.byStatus." + i + ".status", rule.status(), ScopeRules.STATUSES);
      choice(problems, "leavers.byStatus." + i + ".policy", rule.policy(), all);
      if (!settings.users().inactiveStatuses().contains(rule.status())) {
        problems.add(
            FieldProblem.of(
                "leavers.byStatus." + i + ".status", "status-not-inactive", rule.status()));
      }
    }
    patterns(problems, "leavers.keepGroups", leavers.keepGroups());
    range(problems, "leavers.deleteAfterDays", leavers.deleteAfterDays(), 1, 3650);
    range(problems, "leavers.grace.inactive", leavers.grace().inactive(), 0, LONGEST_GRACE);
    range(problems, "leavers.grace.outOfScope", leavers.grace().outOfScope(), 0, LONGEST_GRACE);
    range(problems, "leavers.grace.notFound", leavers.grace().notFound(), 0, LONGEST_GRACE);
    if (leavers.contact().length() > LONGEST_CONTACT) {
      problems.add(FieldProblem.of("leavers.contact", "contact-too-long", LONGEST_CONTACT));
    }
  }

  private static void checkGroups(List<FieldProblem> problems, GroupSettings groups) {
    choice(
        problems,
        "groups.mode",
        groups.mode(),
        Set.of(GroupSettings.ON_THE_FLY, GroupSettings.MANUAL, GroupSettings.OFF));
    choice(
        problems,
        "groups.collision",
        groups.collision(),
        Set.of(GroupSettings.REFUSE, GroupSettings.ADOPT, GroupSettings.SUFFIX));
    choice(
        problems,
        "groups.renamed",
        groups.renamed(),
        Set.of(GroupSettings.KEEP, GroupSettings.COPY));
    choice(
        problems,
        "groups.notFound",
        groups.notFound(),
        Set.of(GroupSettings.KEEP, GroupSettings.DELETE));
  }

  private static void checkGuardrails(List<FieldProblem> problems, GuardrailSettings guardrails) {
    patterns(problems, "guardrails.protectedUsers", guardrails.protectedUsers());
    patterns(problems, "guardrails.protectedGroups", guardrails.protectedGroups());
    limit(problems, "guardrails.maxDeactivations", guardrails.maxDeactivations());
    limit(problems, "guardrails.maxRenames", guardrails.maxRenames());
    limit(problems, "guardrails.maxDeletions", guardrails.maxDeletions());
    limit(problems, "guardrails.maxRemovals", guardrails.maxRemovals());
    limit(problems, "guardrails.maxRetirements", guardrails.maxRetirements());
    range(
        problems,
        "guardrails.maxGroupDeletions",
        guardrails.maxGroupDeletions(),
        0,
        Integer.MAX_VALUE);
    range(problems, "guardrails.minUsersPercent", guardrails.minUsersPercent(), 0, 100);
    if (guardrails.maxRemovalsPerGroup() == null) {
      problems.add(FieldProblem.of("guardrails.maxRemovalsPerGroup", "limit-missing"));
    } else {
      String field = "guardrails.maxRemovalsPerGroup";
      range(problems, field + ".percent", guardrails.maxRemovalsPerGroup().percent(), 0, 100);
      range(problems, field + ".minSize", guardrails.maxRemovalsPerGroup().minSize(), 0, 1_000_000);
    }
    if (guardrails.minUsers() < 0) {
      problems.add(FieldProblem.of("guardrails.minUsers", "number-out-of-range", 0, "∞"));
    }
  }

  /** A limit must limit something: switching it off altogether would be one wrong click. */
  private static void limit(List<FieldProblem> problems, String field, Limit limit) {
    if (limit == null || (limit.count() == null && limit.percent() == null)) {
      problems.add(FieldProblem.of(field, "limit-missing"));
      return;
    }
    if (limit.count() != null) {
      range(problems, field + ".count", limit.count(), 0, Integer.MAX_VALUE);
    }
    if (limit.percent() != null) {
      range(problems, field + ".percent", limit.percent(), 0, 100);
    }
  }

  /** Regular expressions are for groups that are taken; in these lists they would match nobody. */
  static void patterns(List<FieldProblem> problems, String field, List<String> entries) {
    entries.stream()
        .map(String::strip)
        .filter(entry -> entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/"))
        .forEach(entry -> problems.add(FieldProblem.of(field, "pattern-no-expression", entry)));
  }

  static void choice(List<FieldProblem> problems, String field, String value, Set<String> allowed) {
    if (value == null || !allowed.contains(value)) {
      String choices = String.join(", ", allowed.stream().sorted().toList());
      problems.add(FieldProblem.of(field, "not-supported", value, choices));
    }
  }

  static void range(List<FieldProblem> problems, String field, long value, long least, long most) {
    if (value < least || value > most) {
      problems.add(FieldProblem.of(field, "number-out-of-range", least, most));
    }
  }
}
