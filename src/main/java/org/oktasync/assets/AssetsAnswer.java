package org.oktasync.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The body as JSON; null when it is empty.
   *
   * @throws IOException when it is none; what it says instead is not repeated
   */
  JsonNode json() throws IOException {
    try {
      JsonNode read = body.length == 0 ? MAPPER.nullNode() : MAPPER.readTree(body);
      return read == null ? MAPPER.nullNode() : read;
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON");
    }
  }

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
