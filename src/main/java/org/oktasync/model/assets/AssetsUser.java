package org.oktasync.model.assets;

/**
 * A person of Jira, as an attribute of an object names them.
 *
 * @param name user name
 * @param key user key; empty for an account that a plan is about to make
 */
public record AssetsUser(String name, String key) {}
