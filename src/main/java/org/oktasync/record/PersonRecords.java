package org.oktasync.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored about single people of a connection, links apart, and can be forgotten. Rows stay
 * and are counted as before; they no longer say whom they are about.
 */
public interface PersonRecords {
  /** What names a person in all that is stored; empty when nothing is stored about them. */
  Optional<PersonTexts> find(long connectionId, String sourceId);

  /** The plans of the connection that have changes of the person. */
  Set<Long> plans(long connectionId, String sourceId);

  /**
   * Forgets a person, in steps of some hundred rows; what is left when it breaks off goes when it
   * is asked for again.
   *
   * @return how many rows named the person, by what they are: {@code changes}, {@code results},
   *     {@code runs}, {@code findings}, {@code members}, {@code takeOvers}
   */
  Map<String, Long> forget(long connectionId, PersonTexts person);
}
