package org.oktasync.devkit.oktaorg;

import java.util.Random;

/** Makes ids in Okta's form: a three-character prefix and 17 characters that follow no order. */
final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 20;

  private final Random random;

  Ids(long seed) {
    this.random = new Random(seed);
  }

  /** A fresh id such as {@code 00uK2f...}; unique for all practical purposes (62 to the 17th). */
  synchronized String next(String prefix) {
    return randomText(prefix, LENGTH);
  }

  synchronized String randomText(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix);
    while (id.length() < length) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
