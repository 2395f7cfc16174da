package org.oktasync.okta;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Link} headers (RFC 8288) in every spelling seen on the way from Okta to here: one
 * header per link or all joined by commas, quoted or bare {@code rel}, any case, several relations
 * in one {@code rel}.
 */
final class LinkHeader {
  private static final String PARAMETER =
      "\\s*;\\s*([^;,=\\s]+)(?:\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;,\"]*))?";
  private static final Pattern ONE_PARAMETER = Pattern.compile(PARAMETER);
  private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:" + PARAMETER + ")*)");

  private LinkHeader() {}

  /** The target of the first link of relation {@code next}; empty when there is none. */
  static Optional<String> next(List<String> values) {
    for (String value : values) {
      Matcher link = LINK.matcher(value);
      while (link.find()) {
        if (isNext(link.group(2))) {
          return Optional.of(link.group(1).strip());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(String parameters) {
    Matcher parameter = ONE_PARAMETER.matcher(parameters);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("rel") && parameter.group(2) != null) {
        String relations = parameter.group(2).replaceAll("[\"']", " ").strip();
        return Arrays.asList(relations.toLowerCase(Locale.ROOT).split("\\s+")).contains("next");
      }
    }
    return false;
  }
}
