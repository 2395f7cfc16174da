package org.oktasync.plan;

import java.util.List;
import org.oktasync.mapping.CorrelationRule;

/**
 * What a run may do; data, not branches. A switch that is off turns the changes of that sort away,
 * with a reason.
 *
 * @param createAccounts people without an account get one
 * @param updateAccounts names and addresses are kept in step
 * @param reactivateAccounts people who are active again get their account back
 * @param heldRules rules of first contact by which an existing, unlinked account is taken for a
 *     person's own, so that no second one is made beside it; empty to make one
 * @param adoptAccounts an existing account of the same name is adopted without asking
 * @param takeOver people may take over accounts of other directories, as {@link Namesakes} says
 * @param groups what may be done about groups
 * @param leavers what is done about people who are no longer there
 * @param leads who takes the places of leads who are deactivated
 * @param waiting how long accounts wait before something is taken from them
 */
public record Policy(
    boolean createAccounts,
    boolean updateAccounts,
    boolean reactivateAccounts,
    List<CorrelationRule> heldRules,
    boolean adoptAccounts,
    boolean takeOver,
    GroupPolicy groups,
    Leavers leavers,
    LeadPolicy leads,
    WaitingTimes waiting) {
  /** Whether somebody who has no account of ours takes over one of another directory. */
  boolean takesOver(Person person, CurrentState current) {
    return takeOver && person.link() == null && current.namesakes().expects(person.id());
  }
}
