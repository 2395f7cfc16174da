package org.oktasync.assets;

import java.util.Map;

/**
 * What a stub answers in place of the truth.
 *
 * @param done whether the request is carried out all the same
 * @param status the status; 0 when the connection is closed without an answer
 * @param headers further headers
 * @param body the body
 * @param cut whether the connection is closed in the middle of the body
 */
record StubReply(boolean done, int status, Map<String, String> headers, String body, boolean cut) {
  static StubReply of(int status) {
    return new StubReply(false, status, Map.of("Content-Type", "application/json"), "{}", false);
  }

  static StubReply json(String body) {
    return new StubReply(false, 200, Map.of("Content-Type", "application/json"), body, false);
  }

  static StubReply html(int status) {
    return new StubReply(
        false,
        status,
        Map.of("Content-Type", "text/html;charset=UTF-8"),
        "<html>Log in</html>",
        false);
  }

  static StubReply dropped() {
    return new StubReply(false, 0, Map.of(), "", false);
  }

  StubReply with(String header, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new StubReply(done, status, more, body, cut);
  }

  /** The request is carried out, and the answer is this all the same. */
  StubReply afterwards() {
    return new StubReply(true, status, headers, body, cut);
  }

  StubReply cutOff() {
    return new StubReply(done, status, headers, body, true);
  }
}
