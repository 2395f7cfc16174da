package org.oktasync.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Many short texts, in memory as their bytes: about half of what a set of objects takes. A text
 * that is removed leaves its bytes behind. For one thread.
 */
public final class TextSet {
  private static final int FIRST_BYTES = 1_024;
  private static final int FIRST_TEXTS = 64;

  private final NumberIndex numbers = new NumberIndex();
  private final BitSet present = new BitSet();
  private byte[] bytes = new byte[FIRST_BYTES];

  /** Where each text begins, and behind the last where the next one will. */
  private int[] starts = new int[FIRST_TEXTS];

  private int size;

  /** Adds a text; nothing changes when it is there. */
  public void add(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int number = numbers.find(text, other -> is(other, added));
    if (number == KeyedRows.NONE) {
      number = append(added);
      numbers.add(text, number);
    }
    present.set(number);
  }

  private int append(byte[] added) {
    int start = starts[size];
    if (start + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + added.length, bytes.length / 2 * 3));
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length / 2 * 3);
    }
    starts[size + 1] = start + added.length;
    return size++;
  }

  private boolean is(int number, byte[] text) {
    return Arrays.equals(bytes, starts[number], starts[number + 1], text, 0, text.length);
  }

  /** Whether a text was added, and not removed since. */
  public boolean contains(String text) {
    int number = find(text);
    return number != KeyedRows.NONE && present.get(number);
  }

  /** Takes a text out, if it is there. */
  public void remove(String text) {
    int number = find(text);
    if (number != KeyedRows.NONE) {
      present.clear(number);
    }
  }

  private int find(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    return numbers.find(text, number -> is(number, wanted));
  }
}
