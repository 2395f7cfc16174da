package org.oktasync.plan;

import java.util.List;

/**
 * What guardrails look at in a reading of the source.
 *
 * @param whole whether everything was asked for; a reading of what changed says nothing about who
 *     is there
 * @param people how many people it holds
 * @param peopleComplete whether its list of people came whole
 * @param missing who and what must be there and is not, as the settings name them
 */
public record ReadingFacts(
    boolean whole, long people, boolean peopleComplete, List<String> missing) {
  public ReadingFacts {
    missing = List.copyOf(missing);
  }
}
