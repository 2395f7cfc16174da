package org.oktasync.ao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.oktasync.record.PlannedChange;

/** SHA-256 over the text of changes, in order of arrival. For one thread. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Adds a change: the name of its phase, then its canonical text. */
  void add(PlannedChange change) {
    digest.update(change.phase().name().getBytes(StandardCharsets.UTF_8));
    digest.update(change.row().canonicalText().getBytes(StandardCharsets.UTF_8));
  }

  /** The fingerprint of all that was added, in hexadecimal; may be asked for once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
