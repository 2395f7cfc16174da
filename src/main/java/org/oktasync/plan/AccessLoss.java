package org.oktasync.plan;

import java.util.List;

/**
 * People who are active once the plan is applied and may use no application of Jira, as far as that
 * comes from the plan.
 *
 * @param people how many
 * @param some the names of a few of them
 * @param doubtful of how many of them that depends on what this Jira does not say: whether
 *     memberships of accounts of one name add up
 */
public record AccessLoss(long people, List<String> some, long doubtful) {
  /** Nobody. */
  public static final AccessLoss NONE = new AccessLoss(0, List.of(), 0);

  public AccessLoss {
    some = List.copyOf(some);
  }
}
