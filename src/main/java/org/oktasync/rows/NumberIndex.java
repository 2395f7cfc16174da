package org.oktasync.rows;

import java.util.function.IntPredicate;

/**
 * Finds numbers by keys that stand elsewhere: about sixteen bytes for each, whatever the length of
 * the keys. Whoever asks tells whether the row of a number has the key. For one thread.
 */
public final class NumberIndex {
  private static final int FIRST_SLOTS = 64;

  /** The hash of a key above, its number plus one below; 0 when the slot is free. */
  private long[] slots = new long[FIRST_SLOTS];

  private int taken;

  /**
   * The number of a key; {@link KeyedRows#NONE} when there is none.
   *
   * @param has whether the row of a number has this key
   */
  public int find(String key, IntPredicate has) {
    return (int) slots[slotOf(key, has)] - 1;
  }

  /** The slot of a key, or the free one where it would stand. */
  private int slotOf(String key, IntPredicate has) {
    int hash = hash(key);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0
        && !((int) (slots[slot] >>> 32) == hash && has.test((int) slots[slot] - 1))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /**
   * Adds the number of a key, or replaces the one that it has.
   *
   * @param has whether the row of a number has this key
   */
  public void put(String key, int number, IntPredicate has) {
    int slot = slotOf(key, has);
    if (slots[slot] == 0) {
      add(key, number);
    } else {
      slots[slot] = entry(key, number);
    }
  }

  /** Adds the number of a key that has none yet. */
  public void add(String key, int number) {
    if (++taken > slots.length / 4 * 3) {
      grow();
    }
    place(slots, entry(key, number));
  }

  private static long entry(String key, int number) {
    return ((long) hash(key) << 32) | (number + 1);
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (long slot : slots) {
      if (slot != 0) {
        place(wider, slot);
      }
    }
    slots = wider;
  }

  private static void place(long[] slots, long entry) {
    int slot = (int) (entry >>> 32) & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = entry;
  }

  /** Spreads what {@link String#hashCode} leaves close together. */
  private static int hash(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
