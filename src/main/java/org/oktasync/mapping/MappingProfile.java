package org.oktasync.mapping;

import java.util.Optional;
import java.util.Set;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;

/**
 * The rules of one connection that turn source objects into desired accounts and groups. Total: any
 * input gives a value or a {@link MappingProblem}, never an exception.
 *
 * @param people the rules for people
 * @param groups the rules for groups
 */
public record MappingProfile(AccountMapping people, GroupMapping groups) {
  /** Every attribute of people that is read. */
  public Set<String> paths() {
    return people.paths();
  }

  /** The account that this person should have. */
  public DesiredAccount account(SourceUser user) {
    return people.account(user);
  }

  /** The group that this source group should be; empty when it is none of our business. */
  public Optional<DesiredGroup> group(SourceGroup group) {
    return groups.group(group);
  }
}
