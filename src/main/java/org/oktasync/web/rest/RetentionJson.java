package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.oktasync.config.RetentionSettings;

/** How long runs are kept, as JSON. */
final class RetentionJson {
  private RetentionJson() {}

  /** Writes it. */
  static ObjectNode of(RetentionSettings retention) {
    return JsonAnswer.object()
        .put("days", retention.days())
        .put("runs", retention.runs())
        .put("dryRuns", retention.dryRuns());
  }

  /**
   * Reads it.
   *
   * @param before holds what is left out
   */
  static RetentionSettings read(JsonBody retention, RetentionSettings before) {
    return new RetentionSettings(
        whole(retention.number("days").orElse((long) before.days())),
        whole(retention.number("runs").orElse((long) before.runs())),
        whole(retention.number("dryRuns").orElse((long) before.dryRuns())));
  }

  /** Out of range stays out of range. */
  static int whole(long number) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
