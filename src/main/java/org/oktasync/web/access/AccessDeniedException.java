package org.oktasync.web.access;

/** The caller may not use the product. */
public final class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean signedIn;

  /**
   * @param signedIn whether the caller is somebody, though not a system administrator
   */
  public AccessDeniedException(boolean signedIn) {
    super(signedIn ? "the caller is no system administrator" : "the caller is not signed in");
    this.signedIn = signedIn;
  }

  /** Whether the caller is signed in; signing in helps only those who are not. */
  public boolean signedIn() {
    return signedIn;
  }
}
