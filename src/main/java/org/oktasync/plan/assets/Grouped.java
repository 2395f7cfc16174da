package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.oktasync.model.Cursor;

/** A sorted stream, taken key by key. */
final class Grouped<T> implements AutoCloseable {
  private final Cursor<T> cursor;
  private final Function<T, String> keyOf;
  private T next;
  private String key;

  Grouped(Cursor<T> cursor, Function<T, String> keyOf) {
    this.cursor = cursor;
    this.keyOf = keyOf;
    step();
  }

  /** The key that the stream stands at; null at its end. */
  String key() {
    return key;
  }

  /** The element that the stream stands at, whatever its neighbours. */
  T takeOne() {
    T taken = next;
    step();
    return taken;
  }

  /** All elements of a key, if the stream stands there. */
  List<T> take(String wanted) {
    List<T> taken = new ArrayList<>();
    while (wanted.equals(key)) {
      taken.add(takeOne());
    }
    return taken;
  }

  private void step() {
    String before = key;
    next = cursor.hasNext() ? cursor.next() : null;
    key = next == null ? null : keyOf.apply(next);
    if (before != null && key != null && before.compareTo(key) > 0) {
      throw new IllegalStateException("objects out of order at " + key);
    }
  }

  @Override
  public void close() {
    cursor.close();
  }
}
