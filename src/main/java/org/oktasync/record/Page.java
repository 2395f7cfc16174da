package org.oktasync.record;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param total how long the whole list is
 * @param start how many were left out from the beginning
 * @param values this part
 */
public record Page<T>(long total, long start, List<T> values) {
  public Page {
    values = List.copyOf(values);
  }
}
