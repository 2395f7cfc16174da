package org.oktasync.config;

import org.oktasync.model.Message;

/**
 * What is wrong with one setting.
 *
 * @param field its dotted name in the REST interface, for example {@code guardrails.minUsers}
 * @param message cause and remedy
 */
public record FieldProblem(String field, Message message) {
  /** A problem whose message has these arguments. */
  public static FieldProblem of(String field, String code, Object... arguments) {
    return new FieldProblem(field, Message.of(code, arguments));
  }
}
