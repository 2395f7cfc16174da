package org.oktasync.plan;

/**
 * A limit that a plan does not keep.
 *
 * @param guardrail the limit's stable name, for example {@code maxDeactivations}
 * @param subject what it is about: the name of a group, an application or a canary; empty when it
 *     is about the whole plan
 * @param limit what is allowed
 * @param actual what the plan would do
 */
public record GuardrailBreach(String guardrail, String subject, long limit, long actual) {}
