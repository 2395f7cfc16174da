package org.oktasync.okta;

import java.io.IOException;

/** The body is JSON, but not what was asked for. */
class UnexpectedJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  UnexpectedJsonException(String message) {
    super(message);
  }
}
