package org.oktasync.okta;

import java.util.List;

/**
 * An event of the System Log, as far as it tells of people, groups and members.
 *
 * @param uuid the same for an event that is delivered twice
 * @param type Okta's name of what happened
 * @param succeeded whether it happened; the log has attempts, too
 * @param users ids of the people that it is about
 * @param groups ids of the groups that it is about
 */
record LogEvent(
    String uuid, String type, boolean succeeded, List<String> users, List<String> groups) {
  static final String ADDED = "group.user_membership.add";
  static final String REMOVED = "group.user_membership.remove";
  static final String USER_DELETED = "user.lifecycle.delete.completed";
  static final String GROUP_DELETED = "group.lifecycle.delete";

  /** Every type that is asked for. */
  static final List<String> TYPES = List.of(ADDED, REMOVED, USER_DELETED, GROUP_DELETED);

  /** Those of which no list tells. */
  static final List<String> DELETIONS = List.of(USER_DELETED, GROUP_DELETED);
}
