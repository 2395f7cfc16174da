package org.oktasync.assets;

import org.oktasync.config.Secret;

/**
 * Where a Jira with Assets is, and how it is signed in to.
 *
 * @param baseUrl with the context path, without a slash at the end
 * @param token a personal access token
 * @param writesPerMinute how many objects are written in a minute at most
 */
public record AssetsAccess(String baseUrl, Secret token, int writesPerMinute) {}
