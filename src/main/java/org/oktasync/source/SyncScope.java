package org.oktasync.source;

/**
 * What part of the source is read.
 *
 * @param memberships whether the members of groups are read; an adoption needs none
 * @param builtInGroups whether groups that the source makes by itself (Okta's Everyone) are read
 */
public record SyncScope(boolean memberships, boolean builtInGroups) {}
