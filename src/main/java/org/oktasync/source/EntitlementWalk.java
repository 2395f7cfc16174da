package org.oktasync.source;

import org.oktasync.model.ExternalId;

/** A walk over people in ascending order of their ids, in step with a list of people. */
public interface EntitlementWalk extends AutoCloseable {
  /**
   * What a person has.
   *
   * @param user greater than the one asked for before
   * @param status the source's own status of this person, which decides whether applications and
   *     roles of their groups reach them
   * @throws IllegalArgumentException when an earlier person is asked for
   */
  Entitlements of(ExternalId user, String status);

  @Override
  void close();
}
