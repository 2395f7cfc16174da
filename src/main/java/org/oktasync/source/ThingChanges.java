package org.oktasync.source;

import java.util.Set;
import org.oktasync.model.ExternalId;

/**
 * What changed about things of one kind, as the source tells it: where to look, and not what is
 * there now. What is not in it is not known to be unchanged, let alone gone.
 *
 * @param people who came to have such a thing, or has one no longer
 * @param groups groups whose members did
 * @param things ids of things that changed themselves, came to be, or are gone
 * @param shaken ids of things which everybody who had them may have lost, or got back, at once
 */
public record ThingChanges(
    Set<ExternalId> people, Set<ExternalId> groups, Set<String> things, Set<String> shaken) {
  /** Nothing that is told. */
  public static final ThingChanges NONE = new ThingChanges(Set.of(), Set.of(), Set.of(), Set.of());

  public ThingChanges {
    people = Set.copyOf(people);
    groups = Set.copyOf(groups);
    things = Set.copyOf(things);
    shaken = Set.copyOf(shaken);
  }

  /** Whether anything is told. */
  public boolean any() {
    return !equals(NONE);
  }
}
