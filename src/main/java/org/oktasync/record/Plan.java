package org.oktasync.record;

import org.oktasync.plan.PlanSummary;

/**
 * The handle of a stored plan.
 *
 * @param id the id of the run that made it
 * @param summary its totals, what was left alone as before included
 * @param fingerprint SHA-256, in hexadecimal, over the canonical text of all its changes in order
 */
public record Plan(long id, PlanSummary summary, String fingerprint) {}
