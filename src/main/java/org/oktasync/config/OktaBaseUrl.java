package org.oktasync.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.model.Message;

/**
 * The address of an Okta organisation, made of what an administrator typed or pasted.
 *
 * @param url scheme, host and port alone, for example {@code https://example.okta.com}; empty when
 *     there is a problem
 * @param notices what was corrected: {@code url-admin-host}, {@code url-issuer}, {@code
 *     url-path-cut}
 * @param problem why this is no address of an organisation: {@code url-empty}, {@code
 *     url-placeholder}, {@code url-http}, {@code url-scheme}, {@code url-userinfo}, {@code
 *     url-query}, {@code url-incomplete} or {@code url-invalid}
 */
public record OktaBaseUrl(String url, List<Message> notices, Optional<Message> problem) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("[{}<>]|\\$|youroktadomain|your-okta-domain", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTS =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://)?([^/?#\\\\]*)((?:/[^?#]*)?)([?#].*)?");
  private static final Pattern SCHEME_MEANT = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d)");
  private static final Pattern ADMIN_HOST =
      Pattern.compile(
          "(.+)-admin\\.(okta\\.com|oktapreview\\.com|okta-emea\\.com|okta-gov\\.com|okta\\.mil)");

  public OktaBaseUrl {
    notices = List.copyOf(notices);
  }

  /**
   * Reads an address with or without scheme, path or closing slash, in any case. Only an address of
   * this very machine may do without TLS.
   */
  public static OktaBaseUrl parse(String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return refused("url-empty");
    }
    if (PLACEHOLDER.matcher(text).find()) {
      return refused("url-placeholder", text);
    }
    boolean hasScheme = SCHEME_MEANT.matcher(text).find();
    Matcher parts = PARTS.matcher(hasScheme || text.startsWith("//") ? text : "//" + text);
    if (!parts.matches()) {
      return refused("url-invalid", text);
    }
    String scheme = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
    if (parts.group(2).contains("@")) {
      return refused("url-userinfo");
    }
    if (parts.group(4) != null) {
      return refused("url-query");
    }
    return HostAndPort.parse(parts.group(2))
        .map(address -> of(scheme, address, parts.group(3)))
        .orElseGet(() -> refused("url-invalid", text));
  }

  private static OktaBaseUrl of(String scheme, HostAndPort address, String path) {
    if (!address.isLoopback() && !address.isQualified()) {
      return refused("url-incomplete", address.host());
    }
    String wanted = scheme.isEmpty() ? (address.isLoopback() ? "http" : "https") : scheme;
    if (!wanted.equals("https") && !wanted.equals("http")) {
      return refused("url-scheme", wanted);
    }
    if (wanted.equals("http") && !address.isLoopback()) {
      return refused("url-http", address.host());
    }
    List<Message> notices = new ArrayList<>();
    HostAndPort corrected = withoutAdmin(address, notices);
    noticePath(path, notices);
    return new OktaBaseUrl(corrected.url(wanted), notices, Optional.empty());
  }

  private static HostAndPort withoutAdmin(HostAndPort address, List<Message> notices) {
    Matcher admin = ADMIN_HOST.matcher(address.host());
    if (!admin.matches()) {
      return address;
    }
    HostAndPort corrected = new HostAndPort(admin.group(1) + "." + admin.group(2), address.port());
    notices.add(Message.of("url-admin-host", address.host(), corrected.host()));
    return corrected;
  }

  private static void noticePath(String path, List<Message> notices) {
    if (path.matches("/oauth2(/.*)?")) {
      notices.add(Message.of("url-issuer", path));
    } else if (!path.matches("/*")) {
      notices.add(Message.of("url-path-cut", path));
    }
  }

  private static OktaBaseUrl refused(String code, Object... arguments) {
    return new OktaBaseUrl("", List.of(), Optional.of(Message.of(code, arguments)));
  }
}
