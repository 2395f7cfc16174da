package org.oktasync.model;

/**
 * What a reading cost.
 *
 * @param calls requests sent, retries included
 * @param retries requests that repeated an earlier one
 * @param waitedMs time spent waiting for the source's rate limit or after faults, in milliseconds
 * @param callsPerMinute requests of the last sixty seconds
 */
public record SourceUsage(long calls, long retries, long waitedMs, long callsPerMinute) {
  /** Nothing was sent. */
  public static final SourceUsage NONE = new SourceUsage(0, 0, 0, 0);

  /** This one behind an earlier one of the same work; the rate is that of now. */
  public SourceUsage after(SourceUsage earlier) {
    return new SourceUsage(
        earlier.calls + calls,
        earlier.retries + retries,
        earlier.waitedMs + waitedMs,
        callsPerMinute);
  }
}
