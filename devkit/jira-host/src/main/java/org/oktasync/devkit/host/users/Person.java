package org.oktasync.devkit.host.users;

/**
 * What other parts of Jira show of an account.
 *
 * @param key the user key
 * @param name the user name
 */
public record Person(String key, String name, String displayName, boolean active) {}
