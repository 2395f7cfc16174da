package org.oktasync.model;

import java.util.Iterator;

/**
 * A sequence that is read once, front to back, without being held in memory. The order is part of
 * the promise of whoever returns it. A failure to read ends in an unchecked exception, never in an
 * early end.
 */
public interface Cursor<T> extends Iterator<T>, AutoCloseable {
  /** Frees what the cursor holds; more than one call does no harm. */
  @Override
  void close();

  /** A cursor over values that are in memory already, in their own order. */
  static <T> Cursor<T> over(Iterable<T> values) {
    Iterator<T> iterator = values.iterator();
    return new Cursor<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public T next() {
        return iterator.next();
      }

      @Override
      public void close() {}
    };
  }
}
