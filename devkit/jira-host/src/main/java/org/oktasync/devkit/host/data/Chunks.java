package org.oktasync.devkit.host.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Cuts long lists into pieces that fit into one statement. */
public final class Chunks {

  private static final int SIZE = 500;

  private Chunks() {}

  /** The same elements in the same order, at most 500 in each piece. */
  public static <T> List<List<T>> of(Collection<T> all) {
    List<T> list = new ArrayList<>(all);
    List<List<T>> pieces = new ArrayList<>();
    for (int start = 0; start < list.size(); start += SIZE) {
      pieces.add(list.subList(start, Math.min(start + SIZE, list.size())));
    }
    return pieces;
  }

  /** The list of placeholders of an {@code in} condition. */
  public static String marks(Collection<?> values) {
    return "(" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
  }
}
