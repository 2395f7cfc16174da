package org.oktasync.devkit.it;

import org.oktasync.devkit.oktaorg.Group;
import org.oktasync.devkit.oktaorg.GroupType;
import org.oktasync.devkit.oktaorg.OktaOrg;

/** The most calls that reading a whole organisation may take. */
final class CallBudget {
  private static final int PAGE = 200;
  private static final int SPARE = 10;

  private CallBudget() {}

  /** A page for each 200 people, groups, and members of each group that has any; and ten more. */
  static long of(OktaOrg okta) {
    long calls = pages(okta.directory().users().size()) + pages(okta.directory().groups().size());
    for (Group group : okta.directory().groups()) {
      if (group.type() != GroupType.BUILT_IN) {
        calls += pages(okta.directory().members(group.id()).size());
      }
    }
    return calls + SPARE;
  }

  private static long pages(long items) {
    return (items + PAGE - 1) / PAGE;
  }
}
