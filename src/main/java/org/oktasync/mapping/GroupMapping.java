package org.oktasync.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceRecord;

/**
 * The rules of one connection that turn groups of the source into groups of Jira. Total: any group
 * gives a name or a problem, never an exception.
 *
 * @param onTheFly whether groups of the source become groups of Jira by themselves
 * @param builtIn whether groups that the source makes by itself do so, too
 * @param include which groups do; empty for all
 * @param exclude which groups do not, though they are included
 * @param rename what is done to a name on its way, in order
 * @param combined groups of Jira that an administrator named; no name twice
 */
public record GroupMapping(
    boolean onTheFly,
    boolean builtIn,
    Optional<GroupFilter> include,
    GroupFilter exclude,
    List<Transformation> rename,
    List<CombinedGroup> combined) {
  public GroupMapping {
    rename = List.copyOf(rename);
    combined = List.copyOf(combined);
  }

  /** Every group of the source by its own name; built-in ones only if they are wanted. */
  public static GroupMapping everyGroup(boolean builtIn) {
    return new GroupMapping(
        true, builtIn, Optional.empty(), GroupFilter.of(List.of()), List.of(), List.of());
  }

  /** Groups of one name put together, in the order of their first mention. */
  public static List<CombinedGroup> merged(List<CombinedGroup> groups) {
    Map<String, CombinedGroup> byName = new LinkedHashMap<>();
    groups.forEach(group -> byName.merge(group.name().key(), group, CombinedGroup::and));
    return List.copyOf(byName.values());
  }

  /** The group that this source group should be; empty when it is none of our business. */
  public Optional<DesiredGroup> group(SourceGroup group) {
    if (group.builtIn() && !builtIn) {
      return Optional.empty();
    }
    String shown = NameRules.clean(group.name());
    String label = shown.isEmpty() ? group.id().value() : Texts.cut(shown, Texts.COLUMN);
    if (!isMeant(group)) {
      return Optional.of(leftOut(group, label));
    }
    Transformed renamed = renamed(shown);
    String name = renamed.ok() ? NameRules.clean(renamed.value()) : "";
    Optional<MappingProblem> problem =
        renamed.ok() ? NameRules.problemOf("group-name", name) : Optional.of(renamed.problem());
    return Optional.of(
        problem.isPresent()
            ? new DesiredGroup(group.id(), label, null, problem.get())
            : new DesiredGroup(group.id(), label, new GroupName(name), null));
  }

  private static DesiredGroup leftOut(SourceGroup group, String label) {
    return new DesiredGroup(
        group.id(), label, null, null, DesiredGroup.Standing.LEFT_OUT, List.of());
  }

  private boolean isMeant(SourceGroup group) {
    return onTheFly
        && include.map(filter -> filter.matches(group.name())).orElse(true)
        && !exclude.matches(group.name());
  }

  /** The name after all steps; names have no attributes beside them. */
  private Transformed renamed(String name) {
    Transformed now = Transformed.to(name);
    for (Transformation step : rename) {
      now = now.ok() ? step.apply(now.value(), new SourceRecord(Map.of())) : now;
    }
    return now;
  }

  /** Whether the members of a group of the source matter. */
  public boolean needsMembersOf(SourceGroup group) {
    return feeds(group.id()) || (isMeant(group) && (builtIn || !group.builtIn()));
  }

  private boolean feeds(ExternalId id) {
    return combined.stream().anyMatch(group -> group.sources().contains(id));
  }

  /** Whether any group of Jira is kept in step. */
  public boolean any() {
    return onTheFly || !combined.isEmpty();
  }

  /** The group that an id stands for; empty when it is one of the source. */
  public Optional<CombinedGroup> combined(ExternalId id) {
    return CombinedGroup.is(id)
        ? combined.stream().filter(group -> group.id().equals(id)).findFirst()
        : Optional.empty();
  }

  /**
   * The groups that an administrator named, in order of their ids.
   *
   * @param present the groups that the source has; null when that is not known
   */
  public List<DesiredGroup> named(Set<ExternalId> present) {
    List<DesiredGroup> named = new ArrayList<>();
    for (CombinedGroup group : combined) {
      List<String> missing = new ArrayList<>();
      for (ExternalId source : new TreeSet<>(group.sources())) {
        if (present != null && !present.contains(source)) {
          missing.add(source.value());
        }
      }
      named.add(DesiredGroup.of(group, missing));
    }
    named.sort(java.util.Comparator.comparing(DesiredGroup::id));
    return named;
  }
}
