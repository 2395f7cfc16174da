package org.oktasync.devkit.host.users;

import java.util.List;

/** The kinds of membership, and what is published when memberships change. */
public final class Membership {

  private Membership() {}

  /** What a child of a group is; the names are those of Jira's table. */
  public enum Kind {
    /** A person in a group. */
    GROUP_USER,
    /** A group in a group. */
    GROUP_GROUP
  }

  /** Stands for Crowd's event of one new membership. */
  public record Created(long directoryId, String child, String group, Kind kind) {}

  /** Stands for Crowd's event of all new memberships of one call. */
  public record AllCreated(long directoryId, List<String> children, String group, Kind kind) {}

  /** Stands for Crowd's event of one removed membership. */
  public record Deleted(long directoryId, String child, String group, Kind kind) {}
}
