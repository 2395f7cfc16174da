package org.oktasync.devkit.host.assets.aql;

/** A query is not understood. */
public final class AqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * @param position of the character that is wrong, counted from 1
   */
  public AqlException(int position, String message) {
    super(message + " (position " + position + ")");
    this.position = position;
  }

  /** The character that is wrong, counted from 1. */
  public int position() {
    return position;
  }
}
