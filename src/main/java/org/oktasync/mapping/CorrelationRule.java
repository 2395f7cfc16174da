package org.oktasync.mapping;

import java.util.Optional;

/**
 * By what an existing account is recognised as a person's, at first contact.
 *
 * @param label the name in settings and in the REST interface: {@code login}, {@code email}, or the
 *     attribute of an administrator's own as accounts call it, for example {@code
 *     property:employeeNumber}
 */
public record CorrelationRule(String label) {
  /** The account has the name that the person would get. */
  public static final CorrelationRule LOGIN = new CorrelationRule("login");

  /** The account has the person's e-mail address, which nobody else has on either side. */
  public static final CorrelationRule EMAIL = new CorrelationRule("email");

  /** What the labels of rules about attributes of an administrator's own begin with. */
  public static final String PROPERTY = "property:";

  /** The rule of this name. */
  public static Optional<CorrelationRule> of(String label) {
    CorrelationRule rule = new CorrelationRule(label);
    boolean known = rule.equals(LOGIN) || rule.equals(EMAIL) || !rule.property().isEmpty();
    return Optional.of(rule).filter(any -> known);
  }

  /** The key of the attribute that both sides must have alike; empty for other rules. */
  public String property() {
    return label.startsWith(PROPERTY) ? label.substring(PROPERTY.length()) : "";
  }
}
