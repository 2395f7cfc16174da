package org.oktasync.ao.model2;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Search keys and places as model 2 has them. */
final class Keys2 {
  private static final String SIGNS = "0123456789bjmptv";
  private static final int BYTES = 127;
  private static final long PHASE = 1_000_000_000_000L;

  private Keys2() {}

  /**
   * The key of a name.
   *
   * @param name may be null, as Oracle keeps an empty text
   */
  static String key(String name) {
    String spelling = name == null || name.isBlank() ? "" : name;
    String folded = Normalizer.normalize(spelling, Normalizer.Form.NFC).toLowerCase(Locale.ENGLISH);
    byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, BYTES); i++) {
      key.append(SIGNS.charAt((bytes[i] >> 4) & 15)).append(SIGNS.charAt(bytes[i] & 15));
    }
    return key.toString();
  }

  static long place(int phaseNo, long ordinal) {
    return phaseNo * PHASE + ordinal;
  }
}
