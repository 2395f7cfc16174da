package org.oktasync.model;

import java.util.List;

/**
 * A sentence for a person that is not yet written: its stable code and the values to fill in. The
 * text stands in the i18n file under {@code okta-sync.<code>}, with {@code {0}}, {@code {1}} for
 * the arguments. Tests and clients compare codes, never texts.
 *
 * @param code stable, lower case with dashes, for example {@code name-too-long}
 * @param arguments values to fill in, in order; never secrets
 */
public record Message(String code, List<String> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A message with the given arguments. */
  public static Message of(String code, Object... arguments) {
    return new Message(code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
