package org.oktasync.spool;

import org.oktasync.rows.LongPages;

/**
 * Where the rows of a file begin, by their numbers: a byte for each row, as rows stand one behind
 * the other and only every eighth is remembered. Rows that are replaced stand elsewhere; from the
 * first such row on, each that comes is remembered by itself. For one thread.
 */
final class RowStarts {
  private static final int STEP = 8;
  private static final int FIRST_ROWS = 64;

  /** Pages that are full are not copied when more come, so there is no need for much room. */
  private static final int MORE_ROWS = 8_192;

  private final RowFile file;
  private final LongPages steps = new LongPages(FIRST_ROWS);
  private int size;

  /** The starts plus one of rows that stand by themselves, else 0; null while there are none. */
  private LongPages alone;

  /** The row that was asked for last: the one behind it is often asked for next. */
  private int lastNumber = -1;

  private long lastStart;

  RowStarts(RowFile file) {
    this.file = file;
  }

  /** Takes the start of the next number, behind all that is in the file. */
  void add(long start) {
    int number = size++;
    if (alone != null) {
      put(alone, number, start + 1);
    } else if (number % STEP == 0) {
      put(steps, number / STEP, start);
    }
  }

  /** Takes where the row of a number, which is replaced, begins from now on. */
  void move(int number, long start) {
    if (alone == null) {
      alone = new LongPages(size);
    }
    put(alone, number, start + 1);
    lastNumber = -1;
  }

  private static void put(LongPages pages, int index, long value) {
    if (index >= pages.size()) {
      pages.grow(index + 1 + Math.min(index, MORE_ROWS));
    }
    pages.set(index, value);
  }

  /** How many numbers were given. */
  int size() {
    return size;
  }

  /** Where the row of a number begins. */
  long of(int number) {
    long own = alone == null || number >= alone.size() ? 0 : alone.get(number);
    return own > 0 ? own - 1 : inOrder(number);
  }

  private long inOrder(int number) {
    boolean near = lastNumber >= number - number % STEP && lastNumber <= number;
    int from = near ? lastNumber : number - number % STEP;
    long start = near ? lastStart : steps.get(number / STEP);
    for (int row = from; row < number; row++) {
      start = file.behind(start);
    }
    lastNumber = number;
    lastStart = start;
    return start;
  }
}
