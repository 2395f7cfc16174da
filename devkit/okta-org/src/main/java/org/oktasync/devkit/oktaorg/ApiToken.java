package org.oktasync.devkit.oktaorg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The organisation's one API token; it dies when it is revoked or its owner is not active. */
final class ApiToken {
  private static final String SCHEME = "SSWS ";

  private final String value;
  private final String ownerId;
  private final Directory directory;
  private volatile boolean revoked;

  ApiToken(String value, String ownerId, Directory directory) {
    this.value = value;
    this.ownerId = ownerId;
    this.directory = directory;
  }

  String value() {
    return value;
  }

  void setRevoked(boolean revoked) {
    this.revoked = revoked;
  }

  /**
   * Checks an Authorization header.
   *
   * @throws OktaError E0000011 if it does not carry this token, or the token is dead
   */
  void check(String authorization) {
    boolean same =
        MessageDigest.isEqual(
            authorization.getBytes(StandardCharsets.UTF_8),
            (SCHEME + value).getBytes(StandardCharsets.UTF_8));
    if (!same || revoked || !ownerIsActive()) {
      throw OktaError.tokenRefused();
    }
  }

  private boolean ownerIsActive() {
    try {
      return directory.user(ownerId).status() == UserStatus.ACTIVE;
    } catch (OktaError gone) {
      return false;
    }
  }
}
