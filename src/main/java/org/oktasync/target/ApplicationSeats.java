package org.oktasync.target;

import java.util.List;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * The applications of Jira, their seats, and the groups that open them, as of the moment when this
 * was made. People use a seat while they are active and in one of an application's groups.
 */
public interface ApplicationSeats {
  /** Nothing is known of any application. */
  ApplicationSeats UNKNOWN =
      new ApplicationSeats() {
        @Override
        public List<Application> applications() {
          return List.of();
        }

        @Override
        public Set<AccountName> members(GroupName group) {
          return Set.of();
        }
      };

  /**
   * An application.
   *
   * @param name as Jira shows it
   * @param seats how many people its licence allows; 0 when there is no limit, or none is known
   * @param used how many people use a seat now
   * @param basic whether whoever uses another application may use this one too, without a seat
   * @param groups the groups that open it, those inside of them included
   */
  record Application(String name, long seats, long used, boolean basic, Set<GroupName> groups) {
    public Application {
      groups = Set.copyOf(groups);
    }
  }

  /** All applications, by name; empty when Jira cannot tell. */
  List<Application> applications();

  /**
   * The people who are direct members of a group in any directory, active or not.
   *
   * @throws TargetException when Jira cannot tell
   */
  Set<AccountName> members(GroupName group);
}
