package org.oktasync.okta;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the address of the next page. It always leads to the organisation that was asked: the token
 * goes nowhere else.
 */
final class NextPage {
  private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

  private final URI base;
  private final OktaErrorTranslator errors;

  NextPage(URI base, OktaErrorTranslator errors) {
    this.base = base;
    this.errors = errors;
  }

  /**
   * The next page that an answer points to. A server behind a proxy may state another scheme or
   * port of its host; path and query are taken and sent to where the list began.
   *
   * @throws org.oktasync.source.SourceException when the link leads to another host
   */
  Optional<URI> of(OktaAnswer answer) {
    return LinkHeader.next(answer.values("Link")).map(this::onThisHost);
  }

  /**
   * The next page of a list whose body may point to it; what the body says comes first.
   *
   * @param inBody the address in the body; empty when there is none
   * @throws org.oktasync.source.SourceException when it leads to another host
   */
  Optional<URI> of(OktaAnswer answer, String inBody) {
    return inBody.isEmpty() ? of(answer) : Optional.of(onThisHost(inBody));
  }

  /**
   * An address that was kept, sent to where the organisation is now.
   *
   * @throws org.oktasync.source.SourceException when it leads to another host
   */
  URI own(URI kept) {
    return onThisHost(kept.toString());
  }

  private URI onThisHost(String target) {
    URI next;
    try {
      next = URI.create(escaped(target));
    } catch (IllegalArgumentException e) {
      throw errors.foreignLink("?");
    }
    boolean elsewhere = next.getHost() != null && !next.getHost().equalsIgnoreCase(base.getHost());
    if (elsewhere || next.isOpaque() || next.getRawPath().isEmpty()) {
      throw errors.foreignLink(String.valueOf(next.getHost()));
    }
    String path = next.getRawPath().startsWith("/") ? next.getRawPath() : "/" + next.getRawPath();
    String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + query);
  }

  /**
   * The same address with what may not stand in one written in percent signs. Some servers repeat a
   * filter in the link as it was before it was escaped.
   */
  static String escaped(String target) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
      escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return escaped.toString();
  }
}
