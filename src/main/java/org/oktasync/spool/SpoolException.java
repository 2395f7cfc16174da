package org.oktasync.spool;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a run cannot be made, written, read or deleted; the message says which, and why. */
public final class SpoolException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what cannot be done, with the path
   */
  public SpoolException(String what, IOException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
