package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.JobDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.oktasync.devkit.host.data.Jdbc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs of the node in memory, jobs of the cluster in the database. A due cluster job is claimed by
 * an update that only one node can win. As in Jira, scheduling a job anew resets its next time.
 */
public final class DatabaseScheduler implements SchedulerService {
  private static final Logger log = LoggerFactory.getLogger(DatabaseScheduler.class);

  private final JobTable table;
  private final JobWorkers workers;
  private final Clock clock;
  private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
  private final Map<JobId, ScheduledJob> local = new ConcurrentHashMap<>();

  /** Creates the table when absent. Nothing runs until {@link #poll} is called. */
  public DatabaseScheduler(Jdbc jdbc, JobWorkers workers, Clock clock) {
    this.table = new JobTable(jdbc);
    this.workers = workers;
    this.clock = clock;
  }

  /** Starts whatever is due by the clock. The host calls it every second; tests, as they like. */
  public void poll() {
    long now = clock.millis();
    for (ScheduledJob job : List.copyOf(local.values())) {
      if (isDue(job, now)) {
        local.put(job.id(), job.withNextRun(timeAfter(job, now)));
        workers.submit(job, runners.get(job.getJobRunnerKey()), now);
      }
    }
    for (ScheduledJob job : table.all()) {
      // A job whose runner is not registered here is left to a node that has it.
      JobRunner runner = runners.get(job.getJobRunnerKey());
      if (isDue(job, now) && runner != null && table.claim(job, timeAfter(job, now))) {
        workers.submit(job, runner, now);
      }
    }
  }

  /**
   * Starts every job that this node has a runner for, due or not, and whatever other nodes do, as
   * may happen in a cluster whose nodes disagree. The next times stay.
   */
  public void startAll() {
    long now = clock.millis();
    for (ScheduledJob job : jobs()) {
      JobRunner runner = runners.get(job.getJobRunnerKey());
      if (runner != null) {
        workers.submit(job, runner, now);
      }
    }
  }

  private static boolean isDue(ScheduledJob job, long now) {
    return job.nextRun() != null && job.nextRun() <= now;
  }

  private static Long timeAfter(ScheduledJob job, long now) {
    try {
      return JobTimes.next(job.getSchedule(), now);
    } catch (SchedulerServiceException e) {
      log.error("Job {} will not run again", job.id(), e);
      return null;
    }
  }

  @Override
  public void registerJobRunner(JobRunnerKey key, JobRunner runner) {
    runners.put(key, runner);
  }

  @Override
  public void unregisterJobRunner(JobRunnerKey key) {
    runners.remove(key);
  }

  @Override
  public Set<JobRunnerKey> getRegisteredJobRunnerKeys() {
    return new TreeSet<>(runners.keySet());
  }

  @Override
  public Set<JobRunnerKey> getJobRunnerKeysForAllScheduledJobs() {
    return jobs().stream()
        .map(ScheduledJob::getJobRunnerKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void scheduleJob(JobId id, JobConfig config) throws SchedulerServiceException {
    Long first = JobTimes.first(config.getSchedule(), clock.millis());
    ScheduledJob job = new ScheduledJob(id, config, first, 1, true);
    if (config.getRunMode() == RunMode.RUN_LOCALLY) {
      table.delete(id);
      local.put(id, job);
    } else {
      local.remove(id);
      table.replace(job);
    }
  }

  @Override
  public JobId scheduleJobWithGeneratedId(JobConfig config) throws SchedulerServiceException {
    JobId id = JobId.of(UUID.randomUUID().toString());
    scheduleJob(id, config);
    return id;
  }

  @Override
  public void unscheduleJob(JobId id) {
    local.remove(id);
    table.delete(id);
    workers.cancel(id);
  }

  @Override
  public Date calculateNextRunTime(Schedule schedule) throws SchedulerServiceException {
    Long time = JobTimes.first(schedule, clock.millis());
    return time == null ? null : new Date(time);
  }

  @Override
  public JobDetails getJobDetails(JobId id) {
    return jobs().stream().filter(job -> job.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public List<JobDetails> getJobsByJobRunnerKey(JobRunnerKey key) {
    return getJobsByJobRunnerKeys(List.of(key));
  }

  @Override
  public List<JobDetails> getJobsByJobRunnerKeys(List<JobRunnerKey> keys) {
    return jobs().stream()
        .filter(job -> keys.contains(job.getJobRunnerKey()))
        .map(JobDetails.class::cast)
        .toList();
  }

  private List<ScheduledJob> jobs() {
    List<ScheduledJob> jobs = new ArrayList<>(local.values());
    jobs.addAll(table.all());
    jobs.replaceAll(job -> job.withRunnable(runners.containsKey(job.getJobRunnerKey())));
    return jobs;
  }
}
