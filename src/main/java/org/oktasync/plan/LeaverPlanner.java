package org.oktasync.plan;

import java.util.Optional;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/** Plans what happens to the account of somebody who is inactive, out of scope or gone. */
final class LeaverPlanner {
  private final CurrentState current;
  private final Policy policy;
  private final HandOver handOver;
  private final AccountDeletions deletions;

  /**
   * @param handOver who takes the places of a lead
   */
  LeaverPlanner(CurrentState current, Policy policy, HandOver handOver) {
    this.current = current;
    this.policy = policy;
    this.handOver = handOver;
    this.deletions = new AccountDeletions(current, policy);
  }

  /**
   * Plans one of them.
   *
   * @param account as it is when the leaver's turn comes
   * @param name what it is called then
   * @return why the account leaves its groups; empty when it does not
   */
  String plan(Person person, Account account, AccountName name, PersonChanges changes) {
    String reason = Leavers.reason(person.desired());
    LeaverPolicy what = policy.leavers().policyFor(person.desired());
    if (what == LeaverPolicy.REMOVE_GROUPS) {
      return leaveGroups(person, name, reason, changes);
    } else if (what == LeaverPolicy.KEEP && account.active()) {
      changes.leave(kept(reason), "");
    } else if (account.active() && what.deactivates()) {
      deactivate(person, name, reason, changes);
    } else if (!account.active() && what == LeaverPolicy.DELETE) {
      delete(person, name, reason, changes);
    }
    return "";
  }

  private String leaveGroups(
      Person person, AccountName name, String reason, PersonChanges changes) {
    if (current.isProtected(person.current().name())) {
      changes.leave(Reasons.PROTECTED_ACCOUNT, name.value());
      return "";
    }
    if (person.current().active()) {
      changes.leave(kept(reason), "");
    }
    return reason;
  }

  /** Said of each account that stays active, so that runs know whose memberships rest. */
  private static String kept(String reason) {
    return switch (reason) {
      case Reasons.INACTIVE -> Reasons.KEPT_INACTIVE;
      case Reasons.OUT_OF_SCOPE -> Reasons.KEPT_OUT_OF_SCOPE;
      default -> Reasons.KEPT_GONE;
    };
  }

  private void deactivate(Person person, AccountName name, String reason, PersonChanges changes) {
    if (current.isProtected(person.current().name())) {
      changes.leave(Reasons.PROTECTED_ACCOUNT, name.value());
      return;
    }
    HandOver.Places places = handOver.of(person, name);
    if (places.obstacle().isPresent()) {
      changes.leave(places.obstacle().get());
      return;
    } else if (!policy.waiting().isOver(reason, person.link().leavingSince())) {
      await(person, name, reason, changes);
      return;
    }
    boolean deleted = policy.leavers().policyFor(person.desired()) == LeaverPolicy.DELETE;
    String deletedFrom = deleted ? policy.waiting().deletedFrom() : "";
    places.changes().forEach(change -> changes.emit(Phase.LEADS, change));
    changes.emit(
        Phase.DEACTIVATE,
        new AccountChange.DeactivateAccount(person.id(), name, reason, deletedFrom));
    if (deleted) {
      changes.leave(Reasons.DELETION_WAITS, "");
    }
  }

  /** Said of each account that waits, so that runs know whose memberships rest. */
  private void await(Person person, AccountName name, String reason, PersonChanges changes) {
    if (person.link().leavingSince() == null) {
      String from = policy.waiting().deactivatedFrom(reason);
      changes.emit(
          Phase.DEACTIVATE, new AccountChange.AwaitDeactivation(person.id(), name, reason, from));
    }
    changes.leave(Reasons.DEACTIVATION_WAITS, "");
  }

  /**
   * Whether somebody whose account waits to be deactivated no longer leaves: they are back, nobody
   * would deactivate them any more, or somebody did it by hand.
   */
  boolean stays(Person person) {
    return !person.current().active()
        || !policy.leavers().policyFor(person.desired()).deactivates()
        || current.isProtected(person.current().name());
  }

  /**
   * What they came to lead since, or led while nobody was to take over, is handed over first. Jira,
   * which deletes no lead, is asked by the next run.
   */
  private void delete(Person person, AccountName name, String reason, PersonChanges changes) {
    Optional<Message> early = deletions.obstacle(person);
    HandOver.Places places = early.isPresent() ? HandOver.Places.NONE : handOver.of(person, name);
    Optional<Message> obstacle = early.or(places::obstacle);
    if (obstacle.isEmpty() && places.changes().isEmpty()) {
      obstacle = deletions.objection(person);
    }
    if (obstacle.isPresent()) {
      changes.leave(obstacle.get());
    } else if (!places.changes().isEmpty()) {
      places.changes().forEach(change -> changes.emit(Phase.LEADS, change));
      changes.leave(Reasons.DELETION_HANDS_OVER, "");
    } else {
      Account account = person.current().named(name);
      changes.emit(Phase.DELETE, new AccountChange.DeleteAccount(person.id(), account, reason));
    }
  }
}
