package org.oktasync.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** What values a schedule may have, but for the cron expression, which Jira's scheduler judges. */
final class ScheduleRules {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** Adds everything that is wrong. */
  void check(ScheduleSettings schedule, List<FieldProblem> problems) {
    if (!schedule.interval().isEmpty() && !schedule.cron().isEmpty()) {
      problems.add(FieldProblem.of("schedule.cron", "schedule-twice"));
    }
    if (!schedule.interval().isEmpty()) {
      duration(problems, "schedule.interval", schedule.interval());
    }
    duration(problems, "schedule.fullEvery", schedule.fullEvery());
    duration(problems, "schedule.idScanEvery", schedule.idScanEvery());
    if (!schedule.zone().isEmpty() && !isZone(schedule.zone())) {
      problems.add(FieldProblem.of("schedule.zone", "schedule-zone-unknown", schedule.zone()));
    }
  }

  private static void duration(List<FieldProblem> problems, String field, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
        problems.add(FieldProblem.of(field, "duration-out-of-range", text));
      }
    } catch (DateTimeException e) {
      problems.add(FieldProblem.of(field, "duration-unreadable", text));
    }
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
