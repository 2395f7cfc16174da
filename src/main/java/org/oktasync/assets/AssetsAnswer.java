package org.oktasync.assets;

import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers as received
 * @param body whole
 */
record AssetsAnswer(int status, HttpHeaders headers, byte[] body) {
  /** The first value of a header; empty when there is none. */
  String header(String name) {
    return headers.firstValue(name).map(String::strip).orElse("");
  }

  boolean isRedirect() {
    return status >= 300 && status < 400 && status != 304;
  }

  /** Whether the body is a page for a browser. */
  boolean isHtml() {
    String type = header("Content-Type").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }
}
