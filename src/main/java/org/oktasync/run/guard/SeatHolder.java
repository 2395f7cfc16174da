package org.oktasync.run.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * Somebody whom a plan switches on or off, or puts into or out of groups that open an application.
 *
 * @param nameBefore the account's name before the plan; null when there was no account
 * @param name the account's name after the plan
 * @param joined groups that they join, of those that open an application
 * @param left groups that they leave, of those
 */
record SeatHolder(
    AccountName nameBefore,
    AccountName name,
    boolean activeBefore,
    boolean activeAfter,
    List<GroupName> joined,
    List<GroupName> left) {

  /** Somebody whose account the plan makes. */
  static SeatHolder made(AccountName name, boolean active) {
    return new SeatHolder(null, name, false, active, List.of(), List.of());
  }

  /**
   * Somebody who is active by an account of another directory, and whose account the plan makes.
   *
   * @param lost groups that open an application and count no longer, because the new account hides
   *     the other one
   */
  static SeatHolder takingOver(AccountName name, boolean active, List<GroupName> lost) {
    return new SeatHolder(name, name, true, active, List.of(), List.copyOf(lost));
  }

  /** Somebody who has an account. */
  static SeatHolder present(AccountName before, AccountName after, boolean active) {
    return new SeatHolder(before, after, active, active, List.of(), List.of());
  }

  SeatHolder switched(boolean on) {
    return new SeatHolder(nameBefore, name, activeBefore, on, joined, left);
  }

  SeatHolder joining(GroupName group) {
    return new SeatHolder(nameBefore, name, activeBefore, activeAfter, with(joined, group), left);
  }

  SeatHolder leaving(GroupName group) {
    return new SeatHolder(nameBefore, name, activeBefore, activeAfter, joined, with(left, group));
  }

  private static List<GroupName> with(List<GroupName> groups, GroupName group) {
    List<GroupName> more = new ArrayList<>(groups);
    more.add(group);
    return more;
  }

  /** Whether the plan makes or reactivates the account. */
  boolean arrives() {
    return activeAfter && !activeBefore;
  }

  /** The groups after the plan, of those that open an application. */
  Set<GroupName> after(Set<GroupName> before, Set<GroupName> deleted) {
    Set<GroupName> after = new HashSet<>(before);
    left.forEach(after::remove);
    after.addAll(joined);
    after.removeAll(deleted);
    return after;
  }
}
