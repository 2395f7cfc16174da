package org.oktasync.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/**
 * Somebody whom a plan switches on or off, or puts into or out of groups that open an application.
 * Most people join one such group or none, so the lists stay empty until they are needed.
 */
final class SeatHolder {
  private final AccountName nameBefore;
  private final AccountName name;
  private final boolean activeBefore;
  private boolean activeAfter;
  private List<GroupName> joined = List.of();
  private List<GroupName> left = List.of();

  private SeatHolder(
      AccountName nameBefore, AccountName name, boolean activeBefore, boolean activeAfter) {
    this.nameBefore = nameBefore;
    this.name = name;
    this.activeBefore = activeBefore;
    this.activeAfter = activeAfter;
  }

  /** Somebody whose account the plan makes. */
  static SeatHolder made(Account account) {
    return new SeatHolder(null, account.name(), false, account.active());
  }

  /** Somebody who has an account. */
  static SeatHolder present(AccountName before, AccountName after, boolean active) {
    return new SeatHolder(before, after, active, active);
  }

  void switched(boolean on) {
    activeAfter = on;
  }

  void joins(GroupName group) {
    joined = with(joined, group);
  }

  void leaves(GroupName group) {
    left = with(left, group);
  }

  private static List<GroupName> with(List<GroupName> groups, GroupName group) {
    if (groups.isEmpty()) {
      return List.of(group);
    }
    List<GroupName> more = new ArrayList<>(groups);
    more.add(group);
    return more;
  }

  /** The account's name before the plan; null when there was no account. */
  AccountName nameBefore() {
    return nameBefore;
  }

  /** The account's name after the plan. */
  AccountName name() {
    return name;
  }

  boolean activeBefore() {
    return activeBefore;
  }

  boolean activeAfter() {
    return activeAfter;
  }

  /** Whether the plan makes or reactivates the account. */
  boolean arrives() {
    return activeAfter && !activeBefore;
  }

  /** The groups after the plan, of those that open an application. */
  Set<GroupName> after(Set<GroupName> before, Set<GroupName> deleted) {
    Set<GroupName> after = new HashSet<>(before);
    after.removeAll(left);
    after.addAll(joined);
    after.removeAll(deleted);
    return after;
  }
}
