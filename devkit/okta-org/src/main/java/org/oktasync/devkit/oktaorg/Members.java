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
    if (contains(number)) {
      return this;
    }
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    int place = indexBehind(number);
    System.arraycopy(numbers, place, more, place + 1, numbers.length - place);
    more[place] = number;
    return new Members(more);
  }

  Members without(int number) {
    if (!contains(number)) {
      return this;
    }
    int[] fewer = Arrays.copyOf(numbers, numbers.length - 1);
    int place = indexBehind(number);
    System.arraycopy(numbers, place, fewer, place - 1, numbers.length - place);
    return new Members(fewer);
  }

  /** Those who are not among {@code others}, ascending. */
  IntStream minus(Members others) {
    return Arrays.stream(numbers).filter(number -> !others.contains(number));
  }

  /** All members whose number is greater than {@code number}, ascending. */
  IntStream after(int number) {
    return Arrays.stream(numbers, indexBehind(number), numbers.length);
  }

  private int indexBehind(int number) {
    int found = Arrays.binarySearch(numbers, number);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
