package org.oktasync.rows;

import java.util.Arrays;

/**
 * Many longs in pages of 64 KiB. One large array would take up to twice its bytes: collectors give
 * it whole regions of its own, of a mebibyte and more, and both the old and the new one stand while
 * it is copied. For one thread.
 */
public final class LongPages {
  private static final int BITS = 13;
  private static final int PAGE = 1 << BITS;
  private static final int WITHIN = PAGE - 1;

  private long[][] pages = new long[0][];
  private int size;

  /** So many zeros. */
  public LongPages(int size) {
    grow(size);
  }

  /** Adds zeros at the end until there are so many; what is there stays. */
  public void grow(int wanted) {
    if (wanted <= size) {
      return;
    }
    int last = (wanted - 1) >>> BITS;
    int had = pages.length;
    pages = Arrays.copyOf(pages, last + 1);
    for (int page = Math.max(0, had - 1); page <= last; page++) {
      int length = page == last ? wanted - (page << BITS) : PAGE;
      pages[page] = pages[page] == null ? new long[length] : Arrays.copyOf(pages[page], length);
    }
    size = wanted;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The one at an index, from 0 on. */
  public long get(int index) {
    return pages[index >>> BITS][index & WITHIN];
  }

  /** Replaces the one at an index. */
  public void set(int index, long value) {
    pages[index >>> BITS][index & WITHIN] = value;
  }
}
