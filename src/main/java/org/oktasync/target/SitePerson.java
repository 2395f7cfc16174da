package org.oktasync.target;

/**
 * A person of the Jira that Assets belongs to.
 *
 * @param key Jira's key of them, which a user attribute is written with
 * @param name their user name, which a user attribute is read as
 */
public record SitePerson(String key, String name) {}
