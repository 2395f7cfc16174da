package org.oktasync.run.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.GroupSettings;
import org.oktasync.config.StepSettings;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.GroupFilter;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.mapping.InvalidMappingException;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.NameRules;
import org.oktasync.mapping.Transformation;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/** Makes the rules for groups of settings, and says what is wrong with those that are none. */
public final class GroupReader {
  private static final int MOST = 2_000;

  /** Steps that need attributes beside the value, which groups have none of. */
  private static final Set<String> NOT_FOR_NAMES = Set.of("first-of", "date");

  private final List<FieldProblem> problems;

  /**
   * @param problems takes what is wrong
   */
  public GroupReader(List<FieldProblem> problems) {
    this.problems = problems;
  }

  /** The rules; usable when no problem was added. */
  public GroupMapping read(GroupSettings settings) {
    List<CombinedGroup> combined = new ArrayList<>();
    if (settings.mode().equals(GroupSettings.MANUAL)) {
      combined.addAll(rows(settings.map()));
    }
    combined.addAll(named("groups.forNewUsers", settings.forNewUsers(), false));
    combined.addAll(named("groups.forAllUsers", settings.forAllUsers(), true));
    combined.addAll(broughtAlong(settings.takeOver(), combined));
    if (settings.collision().equals(GroupSettings.SUFFIX)) {
      isName("groups.suffix", settings.suffix());
    }
    GroupFilter include = filter("groups.include", settings.include());
    return new GroupMapping(
        settings.mode().equals(GroupSettings.ON_THE_FLY),
        settings.everyone(),
        settings.include().isEmpty() ? Optional.empty() : Optional.of(include),
        filter("groups.exclude", settings.exclude()),
        rename(settings.rename()),
        GroupMapping.merged(combined));
  }

  private GroupFilter filter(String field, List<String> entries) {
    try {
      return GroupFilter.of(entries);
    } catch (InvalidMappingException e) {
      problems.add(FieldProblem.of(field, e.code(), e.detail()));
      return GroupFilter.of(List.of());
    }
  }

  private List<Transformation> rename(List<StepSettings> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (NOT_FOR_NAMES.contains(steps.get(i).type())) {
        String known =
            String.join(
                ", ",
                StepReader.TYPES.stream().filter(type -> !NOT_FOR_NAMES.contains(type)).toList());
        String field = "groups.rename." + i + ".type";
        problems.add(FieldProblem.of(field, "not-supported", steps.get(i).type(), known));
      }
    }
    List<Transformation> read = new StepReader(problems).read("groups.rename", steps);
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i) instanceof Transformation.Combine combine) {
        String field = "groups.rename." + i + ".text";
        combine
            .template()
            .paths()
            .forEach(path -> problems.add(FieldProblem.of(field, "group-step-attribute", path)));
      }
    }
    return read;
  }

  private List<CombinedGroup> rows(List<GroupSettings.Row> rows) {
    List<CombinedGroup> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (rows.size() > MOST) {
      problems.add(FieldProblem.of("groups.map", "rows-too-many", MOST));
      return groups;
    }
    for (int i = 0; i < rows.size(); i++) {
      GroupSettings.Row row = rows.get(i);
      String at = "groups.map." + i;
      if (row.source().isEmpty()) {
        problems.add(FieldProblem.of(at + ".source", "value-missing"));
      } else if (!seen.add(row.source() + " " + row.target().toLowerCase(Locale.ROOT))) {
        problems.add(FieldProblem.of(at + ".target", "group-row-twice"));
      }
      if (isName(at + ".target", row.target()) && !row.source().isEmpty()) {
        groups.add(
            new CombinedGroup(
                new GroupName(row.target()),
                Set.of(new ExternalId(row.source())),
                false,
                false,
                row.administration()));
      }
    }
    return groups;
  }

  private List<CombinedGroup> named(String field, List<String> names, boolean everybody) {
    List<CombinedGroup> groups = new ArrayList<>();
    for (String name : names) {
      if (isName(field, name.strip())) {
        groups.add(
            new CombinedGroup(new GroupName(name.strip()), Set.of(), everybody, !everybody, false));
      }
    }
    return groups;
  }

  /** A group that other rules fill has its members from them, not from another directory. */
  private List<CombinedGroup> broughtAlong(List<String> names, List<CombinedGroup> others) {
    String field = "groups.takeOver";
    List<CombinedGroup> groups = new ArrayList<>();
    for (String name : names) {
      if (isName(field, name.strip())) {
        GroupName group = new GroupName(name.strip());
        if (others.stream().anyMatch(other -> other.name().equals(group))) {
          problems.add(FieldProblem.of(field, "group-filled-otherwise", name.strip()));
        } else {
          groups.add(CombinedGroup.takenOver(group));
        }
      }
    }
    return groups;
  }

  private boolean isName(String field, String name) {
    if (name.isBlank()) {
      problems.add(FieldProblem.of(field, "value-missing"));
      return false;
    }
    Optional<MappingProblem> problem = NameRules.problemOf("group-name", NameRules.clean(name));
    problem.ifPresent(why -> problems.add(FieldProblem.of(field, why.code(), why.detail())));
    return problem.isEmpty();
  }
}
