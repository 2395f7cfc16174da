package org.oktasync.mapping.assets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of {@code config:data_source=}: where in Okta a list is read. Only path and query; what
 * could lead to another host, or out of the path, is refused.
 *
 * @param path path and query, fit for an address; empty when it is the list of people
 * @param search what the query of the list of people searches for; empty when nothing
 * @param pageSize what the query of the list of people says; 0 when nothing
 */
record DataSource(String path, String search, int pageSize) {
  private static final String API = "/api/";

  /** The path of the list of people. */
  static final String PEOPLE = "/api/v1/users";

  private static final Pattern SCHEME = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*:|//|\\\\)");
  private static final String UNHARMED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=";
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The source that a line writes; empty, and told, when it is none. */
  static Optional<DataSource> read(Part value, Findings findings) {
    String text = value.text();
    if (SCHEME.matcher(text).find()) {
      findings.error(value.place(), "mapping-source-host", text);
      return Optional.empty();
    }
    String legal = legal(text.startsWith("/") ? text : "/" + text);
    if (text.indexOf('#') >= 0 || climbs(pathOf(legal))) {
      findings.error(value.place(), "mapping-source-malformed", text);
      return Optional.empty();
    }
    return Optional.of(people(legal).orElse(new DataSource(legal, "", 0)));
  }

  private static String pathOf(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static String queryOf(String address) {
    int query = address.indexOf('?');
    return query < 0 ? "" : address.substring(query + 1);
  }

  /** Whether a path is none of Okta's API, has empty steps, or leads upwards, however written. */
  private static boolean climbs(String path) {
    if (!path.startsWith(API)) {
      return true;
    }
    List<String> steps = Arrays.asList(path.substring(1).split("/", -1));
    return steps.stream().map(DataSource::decoded).anyMatch(DataSource::forbidden);
  }

  private static boolean forbidden(String step) {
    return step.isEmpty()
        || step.equals(".")
        || step.equals("..")
        || step.chars().anyMatch(c -> c == '/' || c == '\\' || c == '?' || c == '#' || c < ' ');
  }

  private static String decoded(String step) {
    return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The text with everything escaped that must not stand in an address as it is. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    BROKEN_ESCAPE
        .matcher(PastedText.plainQuotes(text))
        .replaceAll("%25")
        .codePoints()
        .forEach(c -> append(c, legal));
    return legal.toString();
  }

  private static void append(int c, StringBuilder legal) {
    if (c == '%' || UNHARMED.indexOf(c) >= 0) {
      legal.appendCodePoint(c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      legal.append(String.format("%%%02X", b));
    }
  }

  /** The list of people, which has settings of its own for what the query may say. */
  private static Optional<DataSource> people(String address) {
    if (!pathOf(address).equals(PEOPLE)) {
      return Optional.empty();
    }
    String search = "";
    int pageSize = 0;
    for (String parameter : queryOf(address).split("&")) {
      if (parameter.startsWith("search=")) {
        search = URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8);
      } else if (parameter.matches("limit=\\d{1,5}")) {
        pageSize = Integer.parseInt(parameter.substring(6));
      } else if (!parameter.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new DataSource("", search, pageSize));
  }
}
