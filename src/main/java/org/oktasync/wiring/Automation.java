package org.oktasync.wiring;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.oktasync.ao.AoScheduleStore;
import org.oktasync.config.SettingsStore;
import org.oktasync.jira.JiraCronTimes;
import org.oktasync.jira.MinuteJob;
import org.oktasync.run.RunControl;
import org.oktasync.run.RunResumption;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.report.RunAnnouncer;
import org.oktasync.run.settings.Retention;
import org.oktasync.schedule.CronTimes;
import org.oktasync.schedule.DueRuns;
import org.oktasync.schedule.FullRunsBetween;
import org.oktasync.schedule.ScheduleBook;
import org.oktasync.schedule.ScheduleNews;
import org.oktasync.schedule.ScheduleReview;
import org.oktasync.schedule.ScheduleStore;
import org.oktasync.schedule.Schedules;

/** The parts that work while nobody looks. */
final class Automation {
  private static final int STEPS = 25;

  final Schedules schedules;
  final MinuteJob minuteJob;

  Automation(
      ComponentImports jira,
      OptionalServices services,
      SettingsStore settings,
      RunPorts ports,
      RunControl runs,
      RunAnnouncer announcer,
      Retention retention,
      RunResumption resumption,
      RunThreads threads,
      Clock clock) {
    CronTimes cron = new JiraCronTimes(jira.scheduler);
    ScheduleStore store = new AoScheduleStore(jira.activeObjects, clock);
    ScheduleBook book =
        new ScheduleBook(
            store,
            cron,
            services.site,
            clock,
            () -> ThreadLocalRandom.current().nextDouble(),
            ports.log());
    schedules =
        new Schedules(
            settings,
            new ScheduleReview(ports.journal(), store),
            book,
            cron,
            new ScheduleNews(services.notifier, services.audit),
            ports.log());
    DueRuns due =
        new DueRuns(
            settings,
            schedules,
            book,
            ports.journal(),
            new FullRunsBetween(ports.journal()),
            runs,
            threads.starts,
            clock,
            ports.log());
    minuteJob =
        new MinuteJob(
            jira.scheduler,
            List.of(
                announcer::announceMissed,
                () -> resumption.resumeDue(clock.instant()),
                due::look,
                () -> tidy(retention)),
            clock,
            ports.log());
  }

  /** A minute has time for a few steps, in which some ten thousand rows go. */
  private static void tidy(Retention retention) {
    for (int step = 0; step < STEPS && retention.step(); step++) {
      continue;
    }
  }
}
