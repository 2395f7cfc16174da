package org.oktasync.plan.assets;

import java.time.Duration;
import java.time.Instant;
import org.oktasync.model.assets.ObjectLink;

/**
 * What is done about objects that the source no longer has, and when.
 *
 * @param action what is done
 * @param status the status of missing objects
 * @param afterDays days that must have passed since the first reading without the object
 * @param afterRuns whole readings that must have been without it, this one included
 */
public record MissingPolicy(Action action, String status, int afterDays, int afterRuns) {
  /** What may be done, from the mildest on. */
  public enum Action {
    IGNORE,
    STATUS,
    ARCHIVE,
    DELETE
  }

  /** Since when the object is missing, when a whole reading now is without it. */
  static Instant since(ObjectLink link, Instant now) {
    return link.missingSince() == null ? now : link.missingSince();
  }

  /** Whether it is time, when a whole reading now is without the object. */
  boolean due(ObjectLink link, Instant now) {
    return link.missingRuns() + 1 >= afterRuns
        && !since(link, now).plus(Duration.ofDays(afterDays)).isAfter(now);
  }

  /** What is done about this object; what was only found is never deleted. */
  Action about(ObjectLink link) {
    boolean found = link.origin() == ObjectLink.Origin.FOUND;
    return action == Action.DELETE && found ? Action.ARCHIVE : action;
  }
}
