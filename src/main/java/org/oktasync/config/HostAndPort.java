package org.oktasync.config;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port.
 *
 * @param host a name in lower case and ASCII (IDNA), an IPv4 address, or an IPv6 address in
 *     brackets
 * @param port -1 when none is given
 */
record HostAndPort(String host, int port) {
  private static final int LONGEST = 253;
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]\\s]+?)\\.?(?::(\\d{1,5}))?");
  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  /** Reads {@code host} or {@code host:port}; empty when it is neither. */
  static Optional<HostAndPort> parse(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int port = parts.group(2) == null ? -1 : Integer.parseInt(parts.group(2));
    String host = ascii(parts.group(1));
    boolean name = host.length() <= LONGEST && LABELS.matcher(host).matches();
    boolean good = (host.startsWith("[") || name) && port != 0 && port <= 0xffff;
    return good ? Optional.of(new HostAndPort(host, port)) : Optional.empty();
  }

  /** Whether this is the very machine that the product runs on. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("[::1]")
        || (host.startsWith("127.") && IPV4.matcher(host).matches());
  }

  /** Whether this is an address or a name with a domain, and not a single word or number. */
  boolean isQualified() {
    boolean numeric = host.matches("[0-9.]+");
    return host.startsWith("[") || (numeric ? IPV4.matcher(host).matches() : host.contains("."));
  }

  /** The address as a URL, without a port that the scheme implies. */
  String url(String scheme) {
    int implied = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + (port < 0 || port == implied ? "" : ":" + port);
  }

  private static String ascii(String host) {
    if (host.startsWith("[")) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // Not a name: the caller finds no labels in it.
      return "";
    }
  }
}
