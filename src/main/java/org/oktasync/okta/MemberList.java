package org.oktasync.okta;

import org.oktasync.model.SourceGroup;

/**
 * The member list of one group, and what is known of it before it is read.
 *
 * @param group id of the group
 * @param name name of the group
 * @param stated how many members the server states; negative when it states none
 * @param builtIn whether Okta made the group by itself
 */
record MemberList(String group, String name, long stated, boolean builtIn) {
  static MemberList of(SourceGroup group) {
    return new MemberList(
        group.id().value(), group.name(), group.statedMembers().orElse(-1), group.builtIn());
  }

  /** Whether the server states that nobody is in the group. */
  boolean knownEmpty() {
    return stated == 0;
  }

  /** Whether a number of members is not the one that the server states. */
  boolean contradicts(int members) {
    return stated >= 0 && stated != members;
  }

  /** Sorts the longest lists first, so that no long one is left over at the end. */
  long weight() {
    return stated < 0 ? Long.MAX_VALUE : stated;
  }
}
