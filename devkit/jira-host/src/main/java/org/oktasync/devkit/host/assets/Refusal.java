package org.oktasync.devkit.host.assets;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** Assets does not do what was asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<String> messages;
  private final transient Map<String, String> fields;

  private Refusal(int status, List<String> messages, Map<String, String> fields) {
    super(messages + " " + fields);
    this.status = status;
    this.messages = messages;
    this.fields = fields;
  }

  /** 400 with one general message. */
  static Refusal bad(String message) {
    return new Refusal(HttpServletResponse.SC_BAD_REQUEST, List.of(message), Map.of());
  }

  /** 400 with a message for a field of the body. */
  static Refusal field(String name, String message) {
    return fields(Map.of(name, message));
  }

  /** 400 with messages for fields; Assets sends an empty map for what it cannot name. */
  static Refusal fields(Map<String, String> messages) {
    return new Refusal(HttpServletResponse.SC_BAD_REQUEST, List.of(), messages);
  }

  /** 403. */
  static Refusal forbidden(String message) {
    return new Refusal(HttpServletResponse.SC_FORBIDDEN, List.of(message), Map.of());
  }

  /** 404. */
  static Refusal unknown(String what, Object id) {
    return new Refusal(
        HttpServletResponse.SC_NOT_FOUND, List.of("There is no " + what + " " + id), Map.of());
  }

  int status() {
    return status;
  }

  List<String> messages() {
    return messages;
  }

  Map<String, String> fields() {
    return fields;
  }
}
