package org.oktasync.source;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * About how much there is in the source, told by few calls and without reading it. Numbers that the
 * source keeps may leave out people whom it counts as gone.
 *
 * @param people everybody
 * @param groups the groups whose members would be read
 * @param memberships their members, added up; empty when the source states no numbers
 * @param atLeast whether counting ended early or a number was not stated, so that there may be more
 *     than all of this says
 * @param calls how many calls a reading of everything would take
 * @param time about how long that would take
 */
public record SourceSize(
    long people,
    long groups,
    OptionalLong memberships,
    boolean atLeast,
    long calls,
    Duration time) {}
