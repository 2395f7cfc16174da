package org.oktasync.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What values the scope of a connection may have, as far as it can be told without asking Okta. */
final class ScopeRules {
  /** Okta's statuses of people. */
  static final Set<String> STATUSES =
      Set.of(
          "STAGED",
          "PROVISIONED",
          "ACTIVE",
          "RECOVERY",
          "PASSWORD_EXPIRED",
          "LOCKED_OUT",
          "SUSPENDED",
          "DEPROVISIONED");

  /** Those that may count as inactive. */
  static final Set<String> INACTIVE =
      STATUSES.stream()
          .filter(status -> !status.equals("ACTIVE"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PEOPLE =
      Set.of(
          ScopeSettings.EVERYONE,
          ScopeSettings.GROUPS,
          ScopeSettings.APPLICATION,
          ScopeSettings.SEARCH,
          ScopeSettings.FILTER);

  private static final int LONGEST_EXPRESSION = 4_000;
  private static final int MOST_GROUPS = 200;

  void check(ScopeSettings scope, List<FieldProblem> problems) {
    SettingsRules.choice(problems, "scope.people", scope.people(), PEOPLE);
    for (String status : scope.statuses()) {
      SettingsRules.choice(problems, "scope.statuses", status, STATUSES);
    }
    SettingsRules.patterns(problems, "scope.excluded", scope.excluded());
    switch (scope.people()) {
      case ScopeSettings.GROUPS -> checkGroups(scope, problems);
      case ScopeSettings.APPLICATION -> checkApplication(scope, problems);
      case ScopeSettings.SEARCH, ScopeSettings.FILTER -> checkExpression(scope, problems);
      default -> {}
    }
  }

  private static void checkGroups(ScopeSettings scope, List<FieldProblem> problems) {
    if (scope.groups().isEmpty()) {
      problems.add(FieldProblem.of("scope.groups", "scope-groups-missing"));
    } else if (scope.groups().size() > MOST_GROUPS) {
      problems.add(FieldProblem.of("scope.groups", "rows-too-many", MOST_GROUPS));
    }
  }

  private static void checkApplication(ScopeSettings scope, List<FieldProblem> problems) {
    if (!OktaAppId.ID.matcher(scope.application()).matches()) {
      problems.add(FieldProblem.of("scope.application", "scope-application-unusable"));
    }
  }

  private static void checkExpression(ScopeSettings scope, List<FieldProblem> problems) {
    if (scope.expression().isEmpty()) {
      problems.add(FieldProblem.of("scope.expression", "scope-expression-missing"));
    } else if (scope.expression().length() > LONGEST_EXPRESSION) {
      problems.add(FieldProblem.of("scope.expression", "text-too-long", LONGEST_EXPRESSION));
    }
  }
}
