package org.oktasync.okta;

/** The answer is a single object where a list was asked for. */
final class NotAListException extends UnexpectedJsonException {
  private static final long serialVersionUID = 1L;

  NotAListException() {
    super("a single object came");
  }
}
