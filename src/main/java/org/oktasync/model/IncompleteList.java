package org.oktasync.model;

/**
 * A list that did not come whole.
 *
 * @param list {@code users}, {@code groups}, {@code members of <group name>}, or in lists of who
 *     has what for example {@code apps} or {@code roles of group <group name>}
 * @param reason stable code
 */
public record IncompleteList(String list, String reason) {}
