package org.oktasync.mapping.assets;

import org.oktasync.model.Message;

/**
 * Something wrong, or doubtful, in a mapping text.
 *
 * @param place where it stands
 * @param what cause and remedy, for a person
 */
public record MappingError(Place place, Message what) {
  /** The line, counted from 1. */
  public int line() {
    return place.line();
  }

  /** The column, counted from 1. */
  public int column() {
    return place.column();
  }
}
