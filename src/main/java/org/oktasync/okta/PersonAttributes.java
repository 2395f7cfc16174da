package org.oktasync.okta;

import java.util.Optional;
import java.util.Set;

/**
 * What is kept of people.
 *
 * @param paths dotted paths of the attributes that mappings use, beside login, e-mail and names,
 *     which are always read; those below {@code appUser} are what an application knows of them
 * @param application the id of that application; empty when the connection is about no
 *     application's users
 */
public record PersonAttributes(Set<String> paths, Optional<String> application) {
  public PersonAttributes {
    paths = Set.copyOf(paths);
  }

  /** Attributes of the people themselves. */
  public static PersonAttributes of(Set<String> paths) {
    return new PersonAttributes(paths, Optional.empty());
  }
}
