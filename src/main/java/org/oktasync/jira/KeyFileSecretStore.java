package org.oktasync.jira;

import com.atlassian.jira.config.util.JiraHome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.oktasync.config.Secret;
import org.oktasync.config.SecretStore;

/**
 * Seals secrets with AES-256-GCM under a key in Jira's shared home, {@code okta-sync/secret.key},
 * so that every node can open them and a copy of the database cannot. A sealed form is {@code {1}}
 * and the Base64 of nonce, cipher text and tag; the number stands for this way of sealing.
 */
public final class KeyFileSecretStore implements SecretStore {
  private static final String VERSION = "{1}";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JiraHome home;
  private final SecureRandom random;

  /** The key file is made with the first secret that is sealed, and read anew at each call. */
  public KeyFileSecretStore(JiraHome home, SecureRandom random) {
    this.home = home;
    this.random = random;
  }

  @Override
  public String seal(Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keyFile().readOrMake(), nonce, plain);
      ByteBuffer all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return VERSION + Base64.getEncoder().encodeToString(all.array());
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretStoreException(
          "the secret cannot be sealed with the key file "
              + path()
              + ": check that Jira may read"
              + " and write there",
          e);
    }
  }

  @Override
  public Secret open(String sealed) {
    ByteBuffer all = ByteBuffer.wrap(decoded(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    byte[] content = new byte[all.remaining()];
    all.get(content);
    byte[] key = key();
    try {
      byte[] plain = crypt(Cipher.DECRYPT_MODE, key, nonce, content);
      return new Secret(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SecretStoreException(
          "the stored secret is damaged or was sealed with another key than "
              + path()
              + ": restore that file, or enter the secret again",
          e);
    }
  }

  @Override
  public void destroyKey() {
    try {
      keyFile().delete();
    } catch (IOException e) {
      throw new SecretStoreException(
          "the key file " + path() + " cannot be deleted: check its owner and permissions", e);
    }
  }

  private static byte[] decoded(String sealed) {
    if (!sealed.startsWith(VERSION)) {
      throw new SecretStoreException(
          "the stored secret is not in a form that this version knows: enter it again", null);
    }
    try {
      byte[] all = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
      if (all.length <= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        throw new IllegalArgumentException("too short");
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw new SecretStoreException("the stored secret is damaged: enter it again", e);
    }
  }

  private byte[] key() {
    Optional<byte[]> key;
    try {
      key = keyFile().read();
    } catch (IOException e) {
      throw new SecretStoreException(
          "the key file " + path() + " cannot be read: check its owner and permissions", e);
    }
    return key.orElseThrow(
        () ->
            new SecretStoreException(
                "the key file " + path() + " is missing: restore it, or enter the secret again",
                null));
  }

  /** The version is authenticated with the content, so that neither can be exchanged alone. */
  private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] content)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(VERSION.getBytes(StandardCharsets.US_ASCII));
    return cipher.doFinal(content);
  }

  private KeyFile keyFile() {
    return new KeyFile(path(), random);
  }

  private Path path() {
    return home.getHome().toPath().resolve("okta-sync").resolve("secret.key");
  }
}
