package org.oktasync.run.read;

import org.oktasync.model.Message;

/** So much hangs together with what changed that looking at everything is the better way. */
final class DeltaTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  DeltaTooLargeException(Message reason) {
    super(reason.code());
    this.reason = reason;
  }

  /** Why, for a person. */
  Message reason() {
    return reason;
  }
}
