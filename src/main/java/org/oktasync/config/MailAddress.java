package org.oktasync.config;

import java.util.regex.Pattern;

/** What a mail may be sent to. */
public final class MailAddress {
  /**
   * Not what is an address, only what certainly is none, is several, or would end a header line.
   */
  private static final Pattern ONE = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}");

  private MailAddress() {}

  /** Whether a text may be the address of one receiver. */
  public static boolean isOne(String text) {
    return ONE.matcher(text).matches();
  }
}
