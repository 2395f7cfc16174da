package org.oktasync.mapping;

import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * A group of Jira that an administrator named, and who is to be in it.
 *
 * @param name its name
 * @param sources groups of the source whose members are members of it
 * @param everybody whether everybody in scope is a member
 * @param newcomers whether people become members when their account is made, and then stay
 * @param namesakes whether who takes over an account of another directory becomes a member if that
 *     account is one of a group of this name there, and then stays
 * @param mayAdminister whether it was named although it gives administration rights
 */
public record CombinedGroup(
    GroupName name,
    Set<ExternalId> sources,
    boolean everybody,
    boolean newcomers,
    boolean namesakes,
    boolean mayAdminister) {
  private static final String PREFIX = "jira-group:";

  /** The longest name that stands in an id as it is. */
  private static final int LONGEST = 200;

  public CombinedGroup {
    sources = Set.copyOf(sources);
  }

  /** A group that nobody brings along from another directory. */
  public CombinedGroup(
      GroupName name,
      Set<ExternalId> sources,
      boolean everybody,
      boolean newcomers,
      boolean mayAdminister) {
    this(name, sources, everybody, newcomers, false, mayAdminister);
  }

  /** A group that people bring along from another directory. */
  public static CombinedGroup takenOver(GroupName name) {
    return new CombinedGroup(name, Set.of(), false, false, true, false);
  }

  /** Whether who once came to it stays, so that nobody is missing in it. */
  public boolean keepsMembers() {
    return newcomers || namesakes;
  }

  /** What stands for it where groups of the source have their id. */
  public ExternalId id() {
    String key = name.key();
    return new ExternalId(
        PREFIX + (key.length() <= LONGEST ? key : key.substring(0, LONGEST) + key.hashCode()));
  }

  /**
   * Whether an id stands for a group that an administrator named, and not for one of the source.
   */
  public static boolean is(ExternalId id) {
    return id.value().startsWith(PREFIX);
  }

  /** This group and another of the same name as one. */
  CombinedGroup and(CombinedGroup other) {
    Set<ExternalId> both = new java.util.TreeSet<>(sources);
    both.addAll(other.sources);
    return new CombinedGroup(
        name,
        both,
        everybody || other.everybody,
        newcomers || other.newcomers,
        namesakes || other.namesakes,
        mayAdminister || other.mayAdminister);
  }
}
