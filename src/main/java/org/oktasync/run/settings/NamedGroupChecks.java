package org.oktasync.run.settings;

import java.util.List;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.GroupSettings;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.model.GroupName;
import org.oktasync.model.NamePatterns;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.target.ProtectedAccounts;

/**
 * Whether groups of Jira may be named in settings: none that is on the list of protected ones, and
 * one that gives administration rights only in a row that says so.
 */
final class NamedGroupChecks {
  private final TargetFactory targets;

  NamedGroupChecks(TargetFactory targets) {
    this.targets = targets;
  }

  /** Adds what is wrong; Jira is asked only when a group is named at all. */
  void check(ConnectionSettings settings, GroupMapping groups, List<FieldProblem> problems) {
    if (groups.combined().isEmpty()) {
      return;
    }
    NamePatterns listed = new NamePatterns(settings.guardrails().protectedGroups());
    ProtectedAccounts guarded = targets.protectedAccounts();
    GroupSettings given = settings.groups();
    if (given.mode().equals(GroupSettings.MANUAL)) {
      for (int i = 0; i < given.map().size(); i++) {
        GroupSettings.Row row = given.map().get(i);
        String field = "groups.map." + i + ".target";
        check(field, row.target(), row.administration(), listed, guarded, problems);
      }
    }
    given
        .forNewUsers()
        .forEach(name -> check("groups.forNewUsers", name, false, listed, guarded, problems));
    given
        .forAllUsers()
        .forEach(name -> check("groups.forAllUsers", name, false, listed, guarded, problems));
    given
        .takeOver()
        .forEach(name -> check("groups.takeOver", name, false, listed, guarded, problems));
  }

  private static void check(
      String field,
      String name,
      boolean mayAdminister,
      NamePatterns listed,
      ProtectedAccounts guarded,
      List<FieldProblem> problems) {
    if (name.isBlank()) {
      return;
    }
    GroupName group = new GroupName(name.strip());
    if (listed.matches(group)) {
      problems.add(FieldProblem.of(field, "group-is-protected", name));
    } else if (!mayAdminister && guarded.givesAdministration(group)) {
      problems.add(FieldProblem.of(field, "group-gives-administration", name));
    }
  }
}
