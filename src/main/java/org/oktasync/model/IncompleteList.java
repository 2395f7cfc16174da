package org.oktasync.model;

/**
 * A list that did not come whole.
 *
 * @param list {@code users}, {@code groups} or {@code members of <group name>}
 * @param reason stable code
 */
public record IncompleteList(String list, String reason) {}
