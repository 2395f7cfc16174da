package org.oktasync.assets;

import java.io.IOException;

/** An answer is longer than the product is ready to hold. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super("the answer is longer than " + limit + " bytes");
  }
}
