package org.oktasync.rows;

/**
 * Remembers texts in some ten bytes each, whatever their length: by a hash of 64 bits. That two
 * different texts have one hash is as good as impossible among all that one site holds; whoever
 * asks must do no harm even then. For one thread.
 */
public final class TextHashes {
  private static final int FIRST_SLOTS = 64;
  private static final long FREE = 0;
  private static final long REMOVED = 1;

  private LongPages slots = new LongPages(FIRST_SLOTS);

  /** Slots that are not free, and those of them that hold a text. */
  private int taken;

  private int held;

  /** Adds a text; nothing changes when it is there. */
  public void add(String text) {
    long hash = hash(text);
    if (slots.get(slotOf(slots, hash)) == hash) {
      return;
    }
    if (taken >= slots.size() / 8 * 7) {
      makeRoom();
    }
    slots.set(slotOf(slots, hash), hash);
    taken++;
    held++;
  }

  /** Whether a text was added, and not removed since. */
  public boolean contains(String text) {
    long hash = hash(text);
    return slots.get(slotOf(slots, hash)) == hash;
  }

  /** Takes a text out, if it is there. */
  public void remove(String text) {
    long hash = hash(text);
    int slot = slotOf(slots, hash);
    if (slots.get(slot) == hash) {
      slots.set(slot, REMOVED);
      held--;
    }
  }

  private void makeRoom() {
    boolean crowded = held > slots.size() / 2;
    LongPages fresh = new LongPages(crowded ? slots.size() / 4 * 5 : slots.size());
    for (int slot = 0; slot < slots.size(); slot++) {
      long hash = slots.get(slot);
      if (hash != FREE && hash != REMOVED) {
        fresh.set(slotOf(fresh, hash), hash);
      }
    }
    slots = fresh;
    taken = held;
  }

  /** Where a hash stands, or would stand: as far into the slots as it is into all hashes. */
  private static int slotOf(LongPages slots, long hash) {
    int slot = (int) (((hash >>> 32) * slots.size()) >>> 32);
    while (slots.get(slot) != FREE && slots.get(slot) != hash) {
      slot = slot + 1 == slots.size() ? 0 : slot + 1;
    }
    return slot;
  }

  /** FNV-1a with a last mix, which spreads what texts have in common; no mark of a slot. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    return hash == FREE || hash == REMOVED ? ~hash : hash;
  }
}
