package org.oktasync.plan;

import org.oktasync.model.GroupLimit;
import org.oktasync.model.Limit;

/**
 * The limits that a plan must keep.
 *
 * @param maxDeactivations people deactivated
 * @param maxRemovals members removed, over all groups
 * @param maxRemovalsPerGroup members removed from one group
 * @param minUsers the fewest people that the source must answer with
 */
public record GuardrailLimits(
    Limit maxDeactivations, Limit maxRemovals, GroupLimit maxRemovalsPerGroup, long minUsers) {}
