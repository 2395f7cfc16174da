package org.oktasync.okta;

import java.util.Arrays;
import java.util.Collection;
import org.oktasync.rows.LongPages;

/**
 * Remembers the ids of a list in some twelve bytes each, by a hash of 64 bits, and notices one that
 * comes again. Two different ids of one hash are as good as impossible, and would make a list count
 * as incomplete, which does no harm.
 */
final class SeenIds {
  private static final int FIRST_SIZE = 1_024;

  private LongPages table = new LongPages(FIRST_SIZE);
  private int size;

  /**
   * Takes in the ids of one page; ids that repeat within a page are the list's own way.
   *
   * @return whether one of them came with an earlier page
   */
  boolean repeats(Collection<String> page) {
    long[] hashes = page.stream().filter(id -> !id.isEmpty()).mapToLong(SeenIds::hash).toArray();
    boolean repeated = Arrays.stream(hashes).anyMatch(this::contains);
    for (long hash : hashes) {
      add(hash);
    }
    return repeated;
  }

  private boolean contains(long hash) {
    return table.get(place(table, hash)) == hash;
  }

  private void add(long hash) {
    int place = place(table, hash);
    if (table.get(place) == hash) {
      return;
    }
    table.set(place, hash);
    size++;
    if (size > table.size() / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    LongPages larger = new LongPages(table.size() / 2 * 3);
    for (int i = 0; i < table.size(); i++) {
      long hash = table.get(i);
      if (hash != 0) {
        larger.set(place(larger, hash), hash);
      }
    }
    table = larger;
  }

  /** Where a hash stands, or would stand. */
  private static int place(LongPages table, long hash) {
    int place = (int) (((hash >>> 32) * table.size()) >>> 32);
    while (table.get(place) != 0 && table.get(place) != hash) {
      place = place + 1 == table.size() ? 0 : place + 1;
    }
    return place;
  }

  /** FNV-1a with a last mix, which spreads what ids have in common; never 0. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
