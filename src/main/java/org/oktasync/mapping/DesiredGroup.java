package org.oktasync.mapping;

import java.util.List;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * What Jira should hold for one group.
 *
 * @param id the group in the source, or what stands for one that an administrator named
 * @param label the group's name in the source, or its id when it has none
 * @param name the group name; null when {@code problem} is not
 * @param problem why there can be no group; null when {@code name} is not
 * @param standing what the settings say about it
 * @param missing groups of the source that should fill it and do not exist
 */
public record DesiredGroup(
    ExternalId id,
    String label,
    GroupName name,
    MappingProblem problem,
    Standing standing,
    List<String> missing) {

  /** What the settings say about a group. */
  public enum Standing {
    /** It is kept in step because the source has it. */
    WANTED,
    /** The source has it, and the settings leave it out: what is there stays as it is. */
    LEFT_OUT,
    /** An administrator named the group of Jira, so that it may exist already, anywhere. */
    NAMED,
    /** The same, although it gives administration rights. */
    NAMED_TO_ADMINISTER,
    /**
     * An administrator named it as one that people bring along from another directory: it is none
     * of ours until somebody does.
     */
    BROUGHT_ALONG
  }

  public DesiredGroup {
    missing = List.copyOf(missing);
  }

  /** A group of the source that is kept in step. */
  public DesiredGroup(ExternalId id, String label, GroupName name, MappingProblem problem) {
    this(id, label, name, problem, Standing.WANTED, List.of());
  }

  /** The group that an administrator named. */
  public static DesiredGroup of(CombinedGroup group, List<String> missing) {
    return new DesiredGroup(
        group.id(), group.name().value(), group.name(), null, standing(group), missing);
  }

  private static Standing standing(CombinedGroup group) {
    if (group.namesakes()) {
      return Standing.BROUGHT_ALONG;
    }
    return group.mayAdminister() ? Standing.NAMED_TO_ADMINISTER : Standing.NAMED;
  }

  /** Whether the settings leave it out. */
  public boolean leftOut() {
    return standing == Standing.LEFT_OUT;
  }

  /** Whether it is none of ours until somebody brings it along from another directory. */
  public boolean broughtAlong() {
    return standing == Standing.BROUGHT_ALONG;
  }

  /** Whether an administrator named the group of Jira. */
  public boolean named() {
    return standing == Standing.NAMED
        || standing == Standing.NAMED_TO_ADMINISTER
        || standing == Standing.BROUGHT_ALONG;
  }
}
