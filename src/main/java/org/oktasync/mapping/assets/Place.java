package org.oktasync.mapping.assets;

/**
 * A stretch of one line of a mapping text.
 *
 * @param line counted from 1
 * @param column of the first character, counted from 1 in UTF-16 units
 * @param length in UTF-16 units; 0 when it is a point, such as the end of a line
 */
public record Place(int line, int column, int length) {
  /** The place of what stands in no text. */
  public static final Place NONE = new Place(0, 0, 0);
}
