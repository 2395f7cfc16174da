package org.oktasync.record;

import java.time.Instant;

/**
 * The few facts of a run by which it is decided how long it is kept.
 *
 * @param id the run
 * @param connectionId its connection, which may be deleted by now
 * @param mode see {@link SyncRun#mode}
 * @param dryRun whether it stopped after the guardrails
 * @param state its stored state
 * @param origin which earlier run it comes from
 * @param planId the run whose stored plan it applies
 * @param startedAt when it started
 * @param planExpiresAt until when its plan holds; null without a plan
 * @param reduced whether its changes were deleted
 */
public record RunHeader(
    long id,
    long connectionId,
    String mode,
    boolean dryRun,
    RunState state,
    SyncRun.Origin origin,
    long planId,
    Instant startedAt,
    Instant planExpiresAt,
    boolean reduced) {}
