package org.oktasync.web.rest;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.oktasync.config.SettingsStore;
import org.oktasync.fakes.InMemorySchedules;
import org.oktasync.fakes.NightlyCron;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.record.RunJournal;
import org.oktasync.run.RunControl;
import org.oktasync.run.ports.AuditTrail;
import org.oktasync.run.ports.Notifier;
import org.oktasync.schedule.CronTimes;
import org.oktasync.schedule.DueRuns;
import org.oktasync.schedule.FullRunsBetween;
import org.oktasync.schedule.ScheduleBook;
import org.oktasync.schedule.ScheduleNews;
import org.oktasync.schedule.ScheduleReview;
import org.oktasync.schedule.Schedules;
import org.oktasync.schedule.Site;

/** Schedules over a store in memory, on a site that can be changed. */
final class ScheduleWorld {
  private final RecordedLog log = new RecordedLog();
  final InMemorySchedules store;
  final ScheduleBook book;
  final Schedules schedules;
  private final Clock clock;

  /** Which Jira this is. */
  Site site = new Site("https://jira.example.com", "B1-1");

  /** The part of an interval after which its first run is due. */
  double chance = 0.5;

  ScheduleWorld(
      SettingsStore settings,
      RunJournal journal,
      Notifier notifier,
      AuditTrail audit,
      Clock clock) {
    this.clock = clock;
    CronTimes cron = new NightlyCron(clock);
    store = new InMemorySchedules(settings);
    book = new ScheduleBook(store, cron, () -> site, clock, () -> chance, log.log());
    schedules =
        new Schedules(
            settings,
            new ScheduleReview(journal, store),
            book,
            cron,
            new ScheduleNews(notifier, audit),
            log.log());
  }

  DueRuns dueRuns(SettingsStore settings, RunJournal journal, RunControl runs, Executor starts) {
    return new DueRuns(
        settings,
        schedules,
        book,
        journal,
        new FullRunsBetween(journal),
        runs,
        starts,
        clock,
        log.log());
  }
}
