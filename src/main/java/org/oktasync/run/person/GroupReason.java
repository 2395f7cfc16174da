package org.oktasync.run.person;

import java.util.List;

/**
 * A group that somebody is in, or should be in, and why.
 *
 * @param name the group in Jira; the name in the source for one that none of Jira's stands for
 * @param member whether the person is in it now
 * @param wanted whether the settings want them in it
 * @param ours whether the connection keeps the group in step
 * @param because what leads there
 */
public record GroupReason(
    String name, boolean member, boolean wanted, boolean ours, List<Cause> because) {
  public GroupReason {
    because = List.copyOf(because);
  }

  /** One way into a group, or why there is none. */
  public enum Kind {
    /** A group of the source of the same name, or of the name that the steps make of it. */
    SOURCE_GROUP,
    /** A row of an administrator leads from a group of the source to it. */
    ROW,
    /** Everybody in scope is in it. */
    EVERYBODY,
    /** Whoever gets an account is put into it once. */
    NEWCOMERS,
    /** The settings leave the group of the source out. */
    LEFT_OUT,
    /** The group of the source has no name that Jira can hold. */
    UNUSABLE,
    /** The product put the person in, and the source no longer has them there. */
    ADDED_BEFORE,
    /** Somebody else put the person in. */
    NOT_BY_US
  }

  /**
   * One way.
   *
   * @param sourceId the group of the source; empty where there is none
   * @param sourceName its name; empty where there is none
   */
  public record Cause(Kind kind, String sourceId, String sourceName) {
    static Cause of(Kind kind) {
      return new Cause(kind, "", "");
    }
  }
}
