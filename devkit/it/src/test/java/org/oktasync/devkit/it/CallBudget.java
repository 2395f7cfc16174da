package org.oktasync.devkit.it;

import java.util.List;
import org.oktasync.devkit.oktaorg.App;
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

  /**
   * What a full import of objects may take: as above, and besides pages of people with admin roles
   * and a call for each of them and for each group with roles, pages of applications and of the
   * groups of each, or of the applications of each group, whichever are fewer, and pages of
   * devices. The lists of groups and applications are read a second time where a mapping names
   * them.
   */
  static long ofObjects(OktaOrg okta) {
    long groups = pages(okta.directory().groups().size());
    long holders =
        okta.directory().users().stream().filter(user -> !okta.roles().of(user).isEmpty()).count();
    List<App> apps = okta.applications().all().stream().filter(App::active).toList();
    long assigned =
        okta.directory().groups().stream()
            .filter(group -> apps.stream().anyMatch(app -> app.groups().containsKey(group.id())))
            .count();
    return of(okta)
        + groups
        + (holders + 99) / 100
        + holders
        + 2 * pages(apps.size())
        + Math.min(apps.size(), assigned)
        + pages(okta.devices().all().size());
  }

  private static long pages(long items) {
    return (items + PAGE - 1) / PAGE;
  }
}
