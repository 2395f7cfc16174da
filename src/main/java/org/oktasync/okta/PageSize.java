package org.oktasync.okta;

import java.util.function.IntFunction;
import org.oktasync.source.SourceException;

/**
 * How many objects are asked for at once: many, until the server finds that too much, and few from
 * then on. Safe for use by many threads.
 */
final class PageSize {
  private final int few;
  private volatile int now;

  PageSize(int many, int few) {
    this.few = few;
    this.now = many;
  }

  /** Whether a request for so many is repeated with fewer when it fails. */
  boolean canShrink(int size) {
    return size > few;
  }

  /**
   * Reads a list, and once more with small pages when large ones are too much.
   *
   * @param reading reads the whole list with pages of a size
   */
  <T> T read(IntFunction<T> reading) {
    int size = now;
    try {
      return reading.apply(size);
    } catch (SourceException e) {
      if (!canShrink(size) || !OktaErrorTranslator.mayBeTooLarge(e)) {
        throw e;
      }
      now = few;
      return reading.apply(few);
    }
  }
}
