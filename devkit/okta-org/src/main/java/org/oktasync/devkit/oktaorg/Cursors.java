package org.oktasync.devkit.oktaorg;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page cursors that clients cannot read, guess or carry to another list: one enciphered block that
 * holds the list's identity and the number of the last item given out.
 */
final class Cursors {
  private static final int BLOCK = 16;

  private final SecretKeySpec key;

  Cursors(long seed) {
    byte[] secret = new byte[BLOCK];
    new Random(~seed).nextBytes(secret);
    this.key = new SecretKeySpec(secret, "AES");
  }

  String encode(String list, int number) {
    ByteBuffer plain = ByteBuffer.allocate(BLOCK).putLong(identity(list)).putLong(number);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
  }

  /**
   * The number behind a cursor.
   *
   * @throws OktaError if the cursor was not given out for this very list
   */
  int decode(String list, String cursor) {
    if (cursor.matches("[A-Za-z0-9_-]{22}")) {
      byte[] block = Base64.getUrlDecoder().decode(cursor);
      ByteBuffer plain = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, block));
      if (plain.getLong() == identity(list)) {
        return (int) plain.getLong();
      }
    }
    throw OktaError.invalid("after", "The provided cursor is invalid for this list");
  }

  private static long identity(String list) {
    return 31L * list.hashCode() + list.length();
  }

  private byte[] run(int mode, byte[] block) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has AES; this one says it has not", e);
    }
  }
}
