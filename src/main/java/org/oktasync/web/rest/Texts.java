package org.oktasync.web.rest;

import com.atlassian.sal.api.message.I18nResolver;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import org.oktasync.model.Message;

/** The texts of messages, in the language of the person who asks. */
final class Texts {
  private static final String PREFIX = "okta-sync.";

  private final I18nResolver resolver;

  Texts(I18nResolver resolver) {
    this.resolver = resolver;
  }

  /** The text of a message; its bare code when there is no text for it. */
  String of(Message message) {
    String key = PREFIX + message.code();
    String text = resolver.getText(key, message.arguments().toArray(Serializable[]::new));
    return text == null || text.equals(key) ? message.code() : text;
  }

  /** The text of a code with these values. */
  String of(String code, Object... arguments) {
    return of(Message.of(code, arguments));
  }

  /**
   * Adds the code of a message and its text; both are null when there is no message.
   *
   * @param message may be null
   * @return {@code node}
   */
  ObjectNode put(ObjectNode node, Message message) {
    return node.put("code", message == null ? null : message.code())
        .put("message", message == null ? null : of(message));
  }
}
