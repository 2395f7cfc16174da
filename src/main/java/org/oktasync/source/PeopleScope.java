package org.oktasync.source;

import java.util.Set;

/** Which people of the source a reading is about, as the source itself can tell. */
public sealed interface PeopleScope {
  /** All people. */
  record Everyone() implements PeopleScope {}

  /**
   * The direct members of some groups.
   *
   * @param ids the groups' ids
   */
  record MembersOf(Set<String> ids) implements PeopleScope {
    public MembersOf {
      ids = Set.copyOf(ids);
    }
  }

  /**
   * The users of an application, assigned by themselves or by a group. Their attributes in the
   * application stand beside their own, below {@code appUser}.
   *
   * @param id the application's id
   */
  record UsersOf(String id) implements PeopleScope {}

  /**
   * Those whom a condition finds in the source's index, which may lag behind its truth.
   *
   * @param expression the condition in the source's own language
   */
  record Search(String expression) implements PeopleScope {}

  /**
   * Those for whom a condition holds, answered from the source's truth.
   *
   * @param expression the condition in the source's own language
   */
  record Filter(String expression) implements PeopleScope {}

  /** All people. */
  PeopleScope EVERYONE = new Everyone();

  /** Whether this is all people. */
  default boolean everyone() {
    return this instanceof Everyone;
  }
}
