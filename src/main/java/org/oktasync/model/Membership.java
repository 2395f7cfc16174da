package org.oktasync.model;

/**
 * That a person is a direct member of a group, in the identity source.
 *
 * @param group the group
 * @param user the person
 */
public record Membership(ExternalId group, ExternalId user) {}
