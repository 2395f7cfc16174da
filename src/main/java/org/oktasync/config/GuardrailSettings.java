package org.oktasync.config;

import java.util.List;
import org.oktasync.model.GroupLimit;
import org.oktasync.model.Limit;

/**
 * The limits that stop a run before its first write.
 *
 * @param maxDeactivations people deactivated
 * @param maxRemovals members removed, over all groups
 * @param maxRemovalsPerGroup members removed from one group
 * @param minUsers the fewest people that the source must answer with
 * @param protectedUsers names or patterns with {@code *} of accounts that no run deactivates,
 *     renames or adopts
 * @param protectedGroups names or patterns with {@code *} of groups that no run makes, adopts,
 *     fills or empties
 */
public record GuardrailSettings(
    Limit maxDeactivations,
    Limit maxRemovals,
    GroupLimit maxRemovalsPerGroup,
    long minUsers,
    List<String> protectedUsers,
    List<String> protectedGroups) {
  /** Safe defaults: 5 % or 50 people, 10 % of memberships, half of a group, never nobody. */
  public static final GuardrailSettings DEFAULTS =
      new GuardrailSettings(
          new Limit(50, 5), new Limit(null, 10), new GroupLimit(50, 10), 1, List.of(), List.of());

  public GuardrailSettings {
    protectedUsers = List.copyOf(protectedUsers);
    protectedGroups = List.copyOf(protectedGroups);
  }
}
