package org.oktasync.source;

/**
 * What part of the source is read.
 *
 * @param memberships whether the members of groups are read; an adoption needs none
 * @param builtInGroups whether groups that the source makes by itself (Okta's Everyone) are read
 * @param people which people are read
 */
public record SyncScope(boolean memberships, boolean builtInGroups, PeopleScope people) {
  /** All people. */
  public SyncScope(boolean memberships, boolean builtInGroups) {
    this(memberships, builtInGroups, PeopleScope.EVERYONE);
  }

  /** The same without the members of groups. */
  public SyncScope withoutMemberships() {
    return new SyncScope(false, builtInGroups, people);
  }
}
