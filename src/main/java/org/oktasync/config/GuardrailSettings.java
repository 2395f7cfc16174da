package org.oktasync.config;

import java.util.List;
import org.oktasync.model.GroupLimit;
import org.oktasync.model.Limit;

/**
 * The limits that stop a run before its first write.
 *
 * @param maxDeactivations people deactivated
 * @param maxRenames people whose account name changes
 * @param maxDeletions people whose account is deleted
 * @param maxGroupDeletions groups deleted
 * @param maxRemovals members removed, over all groups
 * @param maxRemovalsPerGroup members removed from one group
 * @param minUsers the fewest people that the source must answer with
 * @param minUsersPercent the smallest share, in percent, of the people who have an active account
 *     of the connection that the source must answer with
 * @param seats whether a plan that needs more application seats than the licence has is held
 * @param protectedUsers names or patterns with {@code *} of accounts that no run deactivates,
 *     renames or adopts
 * @param protectedGroups names or patterns with {@code *} of groups that no run makes, adopts,
 *     fills or empties
 * @param canary who and what every whole reading must contain
 * @param maxRetirements objects of Assets that are given the status of missing ones, archived or
 *     deleted
 */
public record GuardrailSettings(
    Limit maxDeactivations,
    Limit maxRenames,
    Limit maxDeletions,
    int maxGroupDeletions,
    Limit maxRemovals,
    GroupLimit maxRemovalsPerGroup,
    long minUsers,
    int minUsersPercent,
    boolean seats,
    List<String> protectedUsers,
    List<String> protectedGroups,
    CanarySettings canary,
    Limit maxRetirements) {
  /**
   * Safe defaults: 5 % or 50 people deactivated or renamed, 1 % or 10 deleted, 3 groups, 10 % of
   * memberships, half of a group, never nobody, never less than half of the people; 5 % or 50
   * objects retired.
   */
  public static final GuardrailSettings DEFAULTS =
      new GuardrailSettings(
          new Limit(50, 5),
          new Limit(50, 5),
          new Limit(10, 1),
          3,
          new Limit(null, 10),
          new GroupLimit(50, 10),
          1,
          50,
          true,
          List.of(),
          List.of(),
          CanarySettings.NONE,
          new Limit(50, 5));

  public GuardrailSettings {
    protectedUsers = List.copyOf(protectedUsers);
    protectedGroups = List.copyOf(protectedGroups);
  }
}
