package org.oktasync.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What values the settings of Assets may have, as far as it can be told without asking Assets. */
final class AssetsRules {
  /** The longest name of a status, as Assets documents it. */
  private static final int LONGEST_STATUS = 30;

  private static final int LONGEST_TYPE = 250;
  private static final int LONGEST_MAPPING = 200_000;
  private static final Set<String> ACTIONS =
      Set.of(
          MissingSettings.STATUS,
          MissingSettings.IGNORE,
          MissingSettings.ARCHIVE,
          MissingSettings.DELETE);

  /** Adds everything that is wrong. */
  void check(AssetsSettings assets, List<FieldProblem> problems) {
    SettingsRules.choice(
        problems,
        "assets.site",
        assets.site(),
        Set.of(AssetsSettings.CURRENT, AssetsSettings.EXTERNAL));
    checkAddress(assets, problems);
    checkTypes(assets.types(), problems);
    checkMissing(assets.missing(), problems);
    if (assets.mapping().length() > LONGEST_MAPPING) {
      problems.add(FieldProblem.of("assets.mapping", "assets-mapping-too-long", LONGEST_MAPPING));
    }
    SettingsRules.range(problems, "assets.writesPerMinute", assets.writesPerMinute(), 1, 60_000);
    if (assets.enabled()) {
      checkWhole(assets, problems);
    }
  }

  private static void checkAddress(AssetsSettings assets, List<FieldProblem> problems) {
    if (!assets.url().isBlank()) {
      AssetsUrl.parse(assets.url())
          .problem()
          .ifPresent(problem -> problems.add(new FieldProblem("assets.url", problem)));
    } else if (assets.isExternal()) {
      problems.add(FieldProblem.of("assets.url", "assets-url-missing"));
    }
  }

  private static void checkTypes(AssetsTypes types, List<FieldProblem> problems) {
    Set<String> names = new HashSet<>();
    checkType("users", types.users(), names, problems);
    checkType("groups", types.groups(), names, problems);
    checkType("roles", types.roles(), names, problems);
    checkType("apps", types.apps(), names, problems);
    checkType("devices", types.devices(), names, problems);
  }

  private static void checkType(
      String label, AssetsType type, Set<String> names, List<FieldProblem> problems) {
    String field = "assets.types." + label + ".name";
    if (type.name().isBlank()) {
      problems.add(FieldProblem.of(field, "assets-type-name-missing"));
    } else if (type.name().length() > LONGEST_TYPE || AssetsNames.refuses(type.name())) {
      problems.add(FieldProblem.of(field, "assets-type-name-unusable", AssetsNames.REFUSED));
    } else if (!names.add(type.name().strip().toLowerCase(Locale.ROOT))) {
      problems.add(FieldProblem.of(field, "assets-type-name-twice", type.name()));
    }
  }

  private static void checkMissing(MissingSettings missing, List<FieldProblem> problems) {
    SettingsRules.choice(problems, "assets.missing.action", missing.action(), ACTIONS);
    SettingsRules.range(problems, "assets.missing.afterDays", missing.afterDays(), 0, 3650);
    SettingsRules.range(problems, "assets.missing.afterRuns", missing.afterRuns(), 1, 1000);
    if (!MissingSettings.STATUS.equals(missing.action())) {
      return;
    }
    if (missing.status().isBlank()) {
      problems.add(FieldProblem.of("assets.missing.status", "assets-status-missing"));
    } else if (missing.status().length() > LONGEST_STATUS) {
      problems.add(
          FieldProblem.of("assets.missing.status", "assets-status-too-long", LONGEST_STATUS));
    }
  }

  /** What a run cannot do without. */
  private static void checkWhole(AssetsSettings assets, List<FieldProblem> problems) {
    if (!assets.schemaId().matches("\\d{1,18}")) {
      problems.add(FieldProblem.of("assets.schemaId", "assets-schema-missing"));
    }
    if (assets.mapping().isBlank()) {
      problems.add(FieldProblem.of("assets.mapping", "assets-mapping-missing"));
    }
  }
}
