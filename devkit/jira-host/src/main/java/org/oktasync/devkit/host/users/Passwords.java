package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Turns passwords into their stored form and compares with it. */
final class Passwords {

  private static final int ROUNDS = 1_000;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;

  private final SecureRandom random = new SecureRandom();

  /** The stored form: as given when it is already encrypted, null for no credential. */
  String stored(PasswordCredential credential) {
    if (credential == null || credential.isEncryptedCredential()) {
      return credential == null ? null : credential.getCredential();
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Base64.getEncoder().encodeToString(salt) + "$" + hash(credential.getCredential(), salt);
  }

  /** Whether a password is the one stored; never for a credential that was given encrypted. */
  boolean matches(String password, Optional<String> stored) {
    String[] parts = stored.orElse("").split("\\$", -1);
    if (password == null || parts.length != 2) {
      return false;
    }
    String expected = hash(password, Base64.getDecoder().decode(parts[0]));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(String password, byte[] salt) {
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BITS);
      return Base64.getEncoder().encodeToString(factory.generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot hash passwords: " + e.getMessage(), e);
    }
  }
}
