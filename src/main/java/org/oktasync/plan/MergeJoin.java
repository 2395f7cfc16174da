package org.oktasync.plan;

import java.util.Iterator;
import java.util.function.Function;
import org.oktasync.model.ExternalId;

/** Walks two lists in step that stand in ascending order of an id. */
public final class MergeJoin {
  private MergeJoin() {}

  /** Takes a pair. */
  public interface Pair<L, R> {
    /**
     * Takes what both lists have of an id.
     *
     * @param left null when only the right list has the id
     * @param right null when only the left list has the id
     */
    void accept(ExternalId id, L left, R right);
  }

  /**
   * Calls {@code pair} once for each id of either list, ascending.
   *
   * @throws IllegalStateException when a list is out of order or names an id twice
   */
  public static <L, R> void run(
      Iterator<L> lefts,
      Function<L, ExternalId> leftId,
      Iterator<R> rights,
      Function<R, ExternalId> rightId,
      Pair<L, R> pair) {
    Side<L> left = new Side<>(lefts, leftId);
    Side<R> right = new Side<>(rights, rightId);
    while (left.id != null || right.id != null) {
      ExternalId id = smaller(left.id, right.id);
      pair.accept(id, left.takeIf(id), right.takeIf(id));
    }
  }

  private static ExternalId smaller(ExternalId a, ExternalId b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** One list and the element that it stands at. */
  private static final class Side<T> {
    private final Iterator<T> values;
    private final Function<T, ExternalId> idOf;
    private T value;
    private ExternalId id;

    Side(Iterator<T> values, Function<T, ExternalId> idOf) {
      this.values = values;
      this.idOf = idOf;
      step();
    }

    T takeIf(ExternalId wanted) {
      if (!wanted.equals(id)) {
        return null;
      }
      T taken = value;
      step();
      return taken;
    }

    private void step() {
      ExternalId previous = id;
      value = values.hasNext() ? values.next() : null;
      id = value == null ? null : idOf.apply(value);
      if (previous != null && id != null && previous.compareTo(id) >= 0) {
        throw new IllegalStateException("list out of order at " + id);
      }
    }
  }
}
