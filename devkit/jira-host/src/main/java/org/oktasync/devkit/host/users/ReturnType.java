package org.oktasync.devkit.host.users;

import java.util.function.Function;
import org.oktasync.devkit.host.data.Jdbc.Row;

/** Turns rows into what a query wants back: names or entities, nothing else. */
final class ReturnType {

  private ReturnType() {}

  /**
   * A reader of rows as {@code type}.
   *
   * @throws IllegalArgumentException when the type is neither String nor one that the entity has
   */
  static <T, E> Row<T> of(Class<T> type, Row<E> entity, Function<E, String> name) {
    if (type == String.class) {
      return row -> type.cast(name.apply(entity.read(row)));
    }
    if (type.getSimpleName().endsWith("WithAttributes")) {
      throw new IllegalArgumentException("A search answers no attributes: " + type.getName());
    }
    return row -> type.cast(entity.read(row));
  }
}
