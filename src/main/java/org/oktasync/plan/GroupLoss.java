package org.oktasync.plan;

/**
 * What a group would lose.
 *
 * @param group the group's name
 * @param lost members that would be removed
 * @param members members that belong to the connection now
 */
public record GroupLoss(String group, long lost, long members) {}
