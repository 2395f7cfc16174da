package org.oktasync.devkit.oktaorg;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer before it is sent; unchanging.
 *
 * @param status HTTP status
 * @param headers names and values, without Link
 * @param links values of the Link headers
 * @param body a map or list to be sent as JSON, a text, bytes, or null for none
 */
record Answer(int status, Map<String, String> headers, List<String> links, Object body) {

  static Answer of(Object json) {
    return new Answer(200, Map.of("Content-Type", "application/json"), List.of(), json);
  }

  static Answer html(int status, String page) {
    return new Answer(status, Map.of("Content-Type", "text/html; charset=UTF-8"), List.of(), page);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), List.of(), null);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, links, body);
  }

  Answer withStatus(int other) {
    return new Answer(other, headers, links, body);
  }

  Answer withLinks(List<String> other) {
    return new Answer(status, headers, other, body);
  }

  Answer withBody(Object other) {
    return new Answer(status, headers, links, other);
  }

  /** The body as it is sent; empty for none. */
  byte[] bytes() {
    if (body == null) {
      return new byte[0];
    }
    if (body instanceof byte[] ready) {
      return ready;
    }
    return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(body);
  }
}
