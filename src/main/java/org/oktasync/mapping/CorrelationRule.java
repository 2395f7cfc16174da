package org.oktasync.mapping;

import java.util.Locale;
import java.util.Optional;

/** By what an existing account is recognised as a person's, at first contact. */
public enum CorrelationRule {
  /** The account has the name that the person would get. */
  LOGIN,
  /** The account has the person's e-mail address, which nobody else has on either side. */
  EMAIL;

  /** The name in settings and in the REST interface, for example {@code login}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of this name. */
  public static Optional<CorrelationRule> of(String label) {
    for (CorrelationRule rule : values()) {
      if (rule.label().equals(label)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
