package org.oktasync.run.assets;

import java.util.Optional;
import java.util.Set;
import org.oktasync.model.ExternalId;

/** Tells of people whose objects refer to things of which the source tells nothing any more. */
public interface Referrers {
  /** Nobody tells. */
  Referrers UNKNOWN = (section, things, most) -> Optional.empty();

  /**
   * The people whose objects refer to some things, and may do so no longer. To be asked for what
   * they have: that they refer to a thing says nothing of whether they still should.
   *
   * @param section the name of the section that people have these things in
   * @param things the source's ids of the things
   * @param most of more people than this only so many are told that this shows
   * @return empty when there may be others, of whom nothing is known
   */
  Optional<Set<ExternalId>> of(String section, Set<String> things, int most);
}
