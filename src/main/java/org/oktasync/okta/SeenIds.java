package org.oktasync.okta;

import java.util.Collection;
import org.oktasync.rows.TextHashes;

/**
 * Remembers the ids of a list and notices one that comes again. Two different ids that are taken
 * for one would make a list count as incomplete, which does no harm.
 */
final class SeenIds {
  private final TextHashes seen = new TextHashes();

  /**
   * Takes in the ids of one page; ids that repeat within a page are the list's own way.
   *
   * @return whether one of them came with an earlier page
   */
  boolean repeats(Collection<String> page) {
    boolean repeated = page.stream().anyMatch(id -> !id.isEmpty() && seen.contains(id));
    page.stream().filter(id -> !id.isEmpty()).forEach(seen::add);
    return repeated;
  }
}
