package org.oktasync.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.ExternalId;

/**
 * What Jira should hold for one person.
 *
 * @param id the person in the source
 * @param label how to call the person where there is no account name: login, e-mail or id
 * @param active whether the source counts the person as active
 * @param status the source's own status
 * @param account the account; null when {@code problem} is not
 * @param problem why there can be no account; null when {@code account} is not
 * @param kept attributes of the account that an existing one keeps as it has them
 * @param reach whether the connection is about the person
 * @param remarks what is wrong with single attributes, which are therefore kept or cut
 */
public record DesiredAccount(
    ExternalId id,
    String label,
    boolean active,
    String status,
    Account account,
    MappingProblem problem,
    Reach reach,
    Set<String> kept,
    List<MappingProblem> remarks) {
  public DesiredAccount {
    kept = Set.copyOf(kept);
    remarks = List.copyOf(remarks);
  }

  /**
   * Somebody in scope with an account all of whose attributes are as they should be, or a problem.
   */
  public DesiredAccount(
      ExternalId id,
      String label,
      boolean active,
      String status,
      Account account,
      MappingProblem problem) {
    this(id, label, active, status, account, problem, Reach.IN_SCOPE, Set.of(), List.of());
  }

  /** The same person, outside of what the connection is about unless they are excluded. */
  public DesiredAccount outOfScope() {
    return reach == Reach.EXCLUDED ? this : reaching(Reach.OUT_OF_SCOPE);
  }

  /** The same person with another reach. */
  DesiredAccount reaching(Reach other) {
    return new DesiredAccount(id, label, active, status, account, problem, other, kept, remarks);
  }

  /** The values that the account should have, by attribute; without its name and activity. */
  public Map<String, String> attributes() {
    Map<String, String> wanted = new TreeMap<>(account.attributes());
    wanted.keySet().removeAll(kept);
    return wanted;
  }
}
