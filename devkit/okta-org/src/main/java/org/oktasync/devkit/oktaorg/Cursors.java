package org.oktasync.devkit.oktaorg;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page cursors that clients cannot read, guess or carry to another list: enciphered blocks that
 * hold the list's identity and the numbers that tell where the next page begins.
 */
final class Cursors {
  private static final int BLOCK = 16;

  private final SecretKeySpec key;

  Cursors(long seed) {
    byte[] secret = new byte[BLOCK];
    new Random(~seed).nextBytes(secret);
    this.key = new SecretKeySpec(secret, "AES");
  }

  String encode(String list, long... numbers) {
    ByteBuffer plain = ByteBuffer.allocate(size(numbers.length)).putLong(identity(list));
    for (long number : numbers) {
      plain.putLong(number);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
  }

  /**
   * The numbers behind a cursor.
   *
   * @param count how many there must be
   * @throws OktaError if the cursor was not given out for this very list
   */
  long[] decode(String list, String cursor, int count) {
    if (cursor.matches("[A-Za-z0-9_-]{" + (size(count) * 8 + 5) / 6 + "}")) {
      byte[] blocks = Base64.getUrlDecoder().decode(cursor);
      ByteBuffer plain = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, blocks));
      if (plain.getLong() == identity(list)) {
        return LongStream.generate(plain::getLong).limit(count).toArray();
      }
    }
    throw OktaError.invalid("after", "The provided cursor is invalid for this list");
  }

  private static int size(int numbers) {
    return BLOCK * (numbers / 2 + 1);
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
