package org.oktasync.devkit.oktaorg;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The members of one group as ascending user numbers: compact, unchanging, quick to page. */
public final class Members {
  static final Members NONE = new Members(new int[0]);

  private final int[] numbers;

  private Members(int[] ascending) {
    this.numbers = ascending;
  }

  static Members of(IntStream numbers) {
    return new Members(numbers.sorted().distinct().toArray());
  }

  /** How many members there are. */
  public int size() {
    return numbers.length;
  }

  boolean contains(int number) {
    return Arrays.binarySearch(numbers, number) >= 0;
  }

  Members with(int number) {
    return of(IntStream.concat(Arrays.stream(numbers), IntStream.of(number)));
  }

  Members without(int number) {
    return new Members(Arrays.stream(numbers).filter(member -> member != number).toArray());
  }

  /** All members whose number is greater than {@code number}, ascending. */
  IntStream after(int number) {
    int found = Arrays.binarySearch(numbers, number);
    int start = found >= 0 ? found + 1 : -found - 1;
    return Arrays.stream(numbers, start, numbers.length);
  }
}
