package org.oktasync.mapping;

import java.util.Optional;
import java.util.Set;
import org.oktasync.model.GroupName;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;

/**
 * The rules of one connection that turn source objects into desired accounts and groups. Total: any
 * input gives a value or a {@link MappingProblem}, never an exception.
 *
 * @param people the rules for people
 * @param builtInGroups whether groups that the source makes by itself become groups
 */
public record MappingProfile(AccountMapping people, boolean builtInGroups) {
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
    if (group.builtIn() && !builtInGroups) {
      return Optional.empty();
    }
    String name = NameRules.clean(group.name());
    String label = name.isEmpty() ? group.id().value() : Texts.cut(name, Texts.COLUMN);
    Optional<MappingProblem> problem = NameRules.problemOf("group-name", name);
    return Optional.of(
        problem.isPresent()
            ? new DesiredGroup(group.id(), label, null, problem.get())
            : new DesiredGroup(group.id(), label, new GroupName(name), null));
  }
}
