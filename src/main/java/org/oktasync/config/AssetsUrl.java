package org.oktasync.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.model.Message;

/**
 * The address of the Jira that Assets belongs to, made of what an administrator typed or pasted.
 *
 * @param url scheme, host, port and context path, without a slash at the end, for example {@code
 *     https://jira.example.com/jira}; empty when there is a problem
 * @param problem why this is no address of a Jira: {@code assets-url-scheme}, {@code
 *     assets-url-http}, {@code assets-url-userinfo}, {@code assets-url-query} or {@code
 *     assets-url-invalid}
 */
public record AssetsUrl(String url, Optional<Message> problem) {
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\\\]*)((?:/[^?#\\\\]*)?)([?#].*)?");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/*");
  private static final Pattern DOTS = Pattern.compile(".*/\\.\\.?(/.*|$)");

  /**
   * Reads an address with its scheme. Only an address of this very machine may do without TLS,
   * because the token would travel in the clear.
   */
  public static AssetsUrl parse(String typed) {
    String text = typed == null ? "" : typed.strip();
    Matcher parts = PARTS.matcher(text.contains("://") ? text : "https://" + text);
    if (!parts.matches()) {
      return refused("assets-url-invalid", text);
    }
    if (parts.group(2).contains("@")) {
      return refused("assets-url-userinfo");
    }
    if (parts.group(4) != null) {
      return refused("assets-url-query");
    }
    String path = parts.group(3);
    if (!PATH.matcher(path).matches() || DOTS.matcher(path).matches()) {
      return refused("assets-url-invalid", text);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    return HostAndPort.parse(parts.group(2))
        .map(address -> of(scheme, address, path))
        .orElseGet(() -> refused("assets-url-invalid", text));
  }

  private static AssetsUrl of(String scheme, HostAndPort address, String path) {
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return refused("assets-url-scheme", scheme);
    }
    if (scheme.equals("http") && !address.isLoopback()) {
      return refused("assets-url-http", address.host());
    }
    return new AssetsUrl(address.url(scheme) + path.replaceAll("/+$", ""), Optional.empty());
  }

  private static AssetsUrl refused(String code, Object... arguments) {
    return new AssetsUrl("", Optional.of(Message.of(code, arguments)));
  }
}
