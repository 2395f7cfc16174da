package org.oktasync.plan;

import org.oktasync.model.GroupLimit;
import org.oktasync.model.Limit;

/**
 * The limits that a plan must keep.
 *
 * @param maxDeactivations people deactivated
 * @param maxRenames people renamed
 * @param maxDeletions people deleted
 * @param maxGroupDeletions groups deleted
 * @param maxRemovals members removed, over all groups
 * @param maxRemovalsPerGroup members removed from one group
 * @param minUsers the fewest people that the source must answer with
 * @param minUsersPercent the smallest share, in percent, of the people who are the connection's and
 *     active that the source must answer with
 * @param seats whether no application may come to need more seats than it has
 * @param maxRetirements objects of Assets that get the status of missing ones, are archived or
 *     deleted
 */
public record GuardrailLimits(
    Limit maxDeactivations,
    Limit maxRenames,
    Limit maxDeletions,
    long maxGroupDeletions,
    Limit maxRemovals,
    GroupLimit maxRemovalsPerGroup,
    long minUsers,
    int minUsersPercent,
    boolean seats,
    Limit maxRetirements) {}
