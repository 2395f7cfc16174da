package org.oktasync.plan;

import java.util.Locale;
import org.oktasync.model.Message;

/**
 * A limit that a plan does not keep.
 *
 * @param guardrail the limit's stable name, for example {@code maxDeactivations}
 * @param subject what it is about: the name of a group, an application or a canary; empty when it
 *     is about the whole plan
 * @param limit what is allowed
 * @param actual what the plan would do
 */
public record GuardrailBreach(String guardrail, String subject, long limit, long actual) {
  /** What is wrong, for a person; its code is for example {@code guardrail-max-removals}. */
  public Message message() {
    String dashed = guardrail.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return Message.of("guardrail-" + dashed, limit, actual, subject);
  }
}
