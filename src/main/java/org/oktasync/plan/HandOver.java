package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;

/**
 * Finds who takes the places of a lead who is to be deactivated. All of them, or none: a project
 * without an active lead is worse than an account that stays active until somebody looks.
 */
final class HandOver {
  private final CurrentState current;
  private final LeadPolicy policy;
  private final NameClaims claims;
  private final RenameOrder renames;

  /**
   * @param claims who holds which name now
   * @param renames who has another name once leads are replaced
   */
  HandOver(CurrentState current, LeadPolicy policy, NameClaims claims, RenameOrder renames) {
    this.current = current;
    this.policy = policy;
    this.claims = claims;
    this.renames = renames;
  }

  /**
   * What happens to the places of somebody.
   *
   * @param changes who takes which; empty when there is an obstacle
   * @param obstacle why somebody must stay active; its first argument is the place concerned
   */
  record Places(List<LeadChange> changes, Optional<Message> obstacle) {
    static final Places NONE = new Places(List.of(), Optional.empty());
  }

  /**
   * @param nameAfter the name of the person's account when leads are replaced
   */
  Places of(Person person, AccountName nameAfter) {
    if (!policy.any() || current.isShadowed(person.current().name())) {
      return Places.NONE;
    }
    Optional<List<Lead>> leads = current.ledBy(person.current().name());
    if (leads.isEmpty()) {
      return new Places(List.of(), Optional.of(Message.of(Reasons.LEADS_UNKNOWN, "")));
    }
    List<LeadChange> changes = new ArrayList<>();
    for (Lead lead : leads.get()) {
      Optional<AccountName> replacement = policy.replacement(lead);
      if (replacement.isEmpty()) {
        continue;
      }
      Optional<Message> obstacle = obstacle(person, replacement.get(), lead);
      if (obstacle.isPresent()) {
        return new Places(List.of(), obstacle);
      }
      changes.add(new LeadChange(person.id(), lead, nameAfter, nameThen(replacement.get())));
    }
    return new Places(changes, Optional.empty());
  }

  private Optional<Message> obstacle(Person leaver, AccountName replacement, Lead lead) {
    Person holder = claims.holderOf(replacement);
    boolean leavesToo =
        replacement.equals(leaver.current().name()) || (holder != null && mayLeave(holder));
    return leavesToo
        ? Optional.of(Message.of(Reasons.LEAD_LEAVES, lead.label()))
        : current.obstacleToLeading(replacement, lead);
  }

  /** Whoever is not wanted active may be switched off in this very plan. */
  private static boolean mayLeave(Person holder) {
    return !holder.wantedActive();
  }

  private AccountName nameThen(AccountName now) {
    Person holder = claims.holderOf(now);
    return holder != null && renames.possible(holder.id()) ? holder.wantedName() : now;
  }
}
