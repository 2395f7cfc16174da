package org.oktasync.plan;

/**
 * What a run may do about groups.
 *
 * @param sync groups and memberships are kept in step
 * @param adopt an existing group of the same name in the target is adopted without asking
 * @param suffix what is put behind the name of a group that is taken; empty to leave it alone
 * @param copyRenamed a group that the source renames is made anew under its new name
 * @param neverRemove nobody is taken out because the source no longer has the membership
 * @param delete groups that the product made are deleted once the source no longer has them
 */
public record GroupPolicy(
    boolean sync,
    boolean adopt,
    String suffix,
    boolean copyRenamed,
    boolean neverRemove,
    boolean delete) {}
