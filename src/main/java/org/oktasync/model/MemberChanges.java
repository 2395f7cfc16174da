package org.oktasync.model;

import java.util.Set;

/**
 * What changed among the direct members of a group, where the whole list is not known. Nobody is in
 * both sets.
 *
 * @param added people who are members now
 * @param removed people who are members no more
 */
public record MemberChanges(Set<ExternalId> added, Set<ExternalId> removed) {
  public MemberChanges {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }
}
