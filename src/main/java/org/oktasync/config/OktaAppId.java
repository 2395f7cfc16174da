package org.oktasync.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of an Okta application, typed or copied with the address of its page. */
final class OktaAppId {
  /** What an id looks like. */
  static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{10,40}");

  private static final Pattern IN_ADDRESS =
      Pattern.compile("/(?:admin/app/[^/?#]+/instance|apps)/([A-Za-z0-9_-]{10,40})(?:[/?#]|$)");

  private OktaAppId() {}

  /** The id in a text; the text itself, without blanks around it, when there is none. */
  static String of(String text) {
    Matcher address = IN_ADDRESS.matcher(text);
    return address.find() ? address.group(1) : text.strip();
  }
}
