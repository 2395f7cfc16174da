package org.oktasync.mapping.assets;

import org.oktasync.model.Message;

/** A condition of a reference that cannot be used. */
public final class MalformedAqlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final transient Message what;

  /**
   * @param offset where in the condition, counted from 0
   * @param what cause and remedy, for a person
   */
  public MalformedAqlException(int offset, Message what) {
    super(what.code() + " at " + offset);
    this.offset = offset;
    this.what = what;
  }

  /** Where in the condition, counted from 0. */
  public int offset() {
    return offset;
  }

  /** Cause and remedy, for a person. */
  public Message what() {
    return what;
  }
}
