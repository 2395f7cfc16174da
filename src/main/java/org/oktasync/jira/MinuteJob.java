package org.oktasync.jira;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;

/**
 * The product's one job of Jira's scheduler: every minute, on one node of the cluster. What it does
 * must be short; Jira has few threads for all its jobs.
 */
public final class MinuteJob implements JobRunner {
  private final SyncLog log;
  private static final JobRunnerKey KEY = JobRunnerKey.of("org.oktasync.minute");
  private static final JobId ID = JobId.of("org.oktasync.minute");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SchedulerService scheduler;
  private final List<Runnable> work;
  private final Clock clock;

  /**
   * @param work done one after the other; one that fails keeps none from its turn
   */
  public MinuteJob(SchedulerService scheduler, List<Runnable> work, Clock clock, SyncLog log) {
    this.log = log;
    this.scheduler = scheduler;
    this.work = List.copyOf(work);
    this.clock = clock;
  }

  /** Lets this node take part; the job is scheduled only where no node has done so before. */
  public void start() {
    scheduler.registerJobRunner(KEY, this);
    if (scheduler.getJobDetails(ID) == null) {
      Date first = Date.from(clock.instant().plus(MINUTE));
      try {
        scheduler.scheduleJob(
            ID,
            JobConfig.forJobRunnerKey(KEY)
                .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                .withSchedule(Schedule.forInterval(MINUTE.toMillis(), first)));
      } catch (SchedulerServiceException e) {
        log.error(e, "Jira's scheduler refused the job, so no run starts by itself");
      }
    }
  }

  /** This node takes no part any more; the job stays for the others. */
  public void stop() {
    scheduler.unregisterJobRunner(KEY);
  }

  /** Why nothing happens by itself; empty when all is well. */
  public Optional<Message> problem() {
    boolean there =
        scheduler.getJobDetails(ID) != null && scheduler.getRegisteredJobRunnerKeys().contains(KEY);
    return there ? Optional.empty() : Optional.of(Message.of("schedule-job-missing"));
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    int failed = 0;
    for (Runnable part : work) {
      try {
        part.run();
      } catch (RuntimeException e) {
        log.error(e, "A part of the job of this minute failed; the next minute tries again");
        failed++;
      }
    }
    return failed == 0
        ? JobRunnerResponse.success()
        : JobRunnerResponse.failed(failed + " parts failed; see the log");
  }
}
