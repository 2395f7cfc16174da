package org.oktasync.config;

import java.util.List;

/**
 * Who is written to about runs, and about which.
 *
 * @param receivers e-mail addresses; empty to write to nobody
 * @param held whether about runs that a guardrail holds
 * @param failed whether about runs that failed, were interrupted or are incomplete, and about
 *     schedules that paused by themselves
 * @param changed whether about runs that changed somebody
 */
public record NoticeSettings(
    List<String> receivers, boolean held, boolean failed, boolean changed) {
  /** Nobody is written to; once there is a receiver, about what needs a person. */
  public static final NoticeSettings DEFAULTS = new NoticeSettings(List.of(), true, true, false);

  public NoticeSettings {
    receivers = receivers.stream().map(String::strip).filter(r -> !r.isEmpty()).toList();
  }
}
