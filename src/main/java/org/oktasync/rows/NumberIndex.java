package org.oktasync.rows;

import java.util.function.IntPredicate;

/**
 * Finds numbers by keys that stand elsewhere: about ten bytes for each, whatever the length of the
 * keys. Whoever asks tells whether the row of a number has the key. For one thread.
 */
public final class NumberIndex {
  private static final int FIRST_SLOTS = 64;

  /** The hash of a key above, its number plus one below; 0 when the slot is free. */
  private LongPages slots = new LongPages(FIRST_SLOTS);

  private int taken;

  /**
   * The number of a key; {@link KeyedRows#NONE} when there is none.
   *
   * @param has whether the row of a number has this key
   */
  public int find(String key, IntPredicate has) {
    return (int) slots.get(slotOf(key, has)) - 1;
  }

  /** The slot of a key, or the free one where it would stand. */
  private int slotOf(String key, IntPredicate has) {
    int hash = hash(key);
    int slot = first(hash, slots.size());
    for (long entry = slots.get(slot);
        entry != 0 && !((int) (entry >>> 32) == hash && has.test((int) entry - 1));
        entry = slots.get(slot)) {
      slot = next(slot, slots.size());
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
    if (slots.get(slot) == 0) {
      add(key, number);
    } else {
      slots.set(slot, entry(key, number));
    }
  }

  /** Adds the number of a key that has none yet. */
  public void add(String key, int number) {
    if (++taken > slots.size() / 8 * 7) {
      grow();
    }
    place(slots, entry(key, number));
  }

  private static long entry(String key, int number) {
    return ((long) hash(key) << 32) | (number + 1);
  }

  private void grow() {
    LongPages wider = new LongPages(slots.size() / 4 * 5);
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot) != 0) {
        place(wider, slots.get(slot));
      }
    }
    slots = wider;
  }

  private static void place(LongPages slots, long entry) {
    int slot = first((int) (entry >>> 32), slots.size());
    while (slots.get(slot) != 0) {
      slot = next(slot, slots.size());
    }
    slots.set(slot, entry);
  }

  /** The slot where a hash belongs: as far into the slots as it is into all hashes. */
  private static int first(int hash, int size) {
    return (int) ((Integer.toUnsignedLong(hash) * size) >>> 32);
  }

  private static int next(int slot, int size) {
    return slot + 1 == size ? 0 : slot + 1;
  }

  /** Spreads what {@link String#hashCode} leaves close together. */
  private static int hash(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
