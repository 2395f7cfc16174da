package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.JobDetails;
import java.io.Serializable;
import java.util.Date;
import java.util.Map;

/**
 * A job with its next time.
 *
 * @param nextRun milliseconds of the epoch; null when it will not run again
 * @param version counts claims, so that two nodes cannot claim one run
 */
record ScheduledJob(JobId id, JobConfig config, Long nextRun, long version, boolean runnable)
    implements JobDetails {

  ScheduledJob withNextRun(Long time) {
    return new ScheduledJob(id, config, time, version + 1, runnable);
  }

  ScheduledJob withRunnable(boolean value) {
    return new ScheduledJob(id, config, nextRun, version, value);
  }

  @Override
  public JobId getJobId() {
    return id;
  }

  @Override
  public JobRunnerKey getJobRunnerKey() {
    return config.getJobRunnerKey();
  }

  @Override
  public RunMode getRunMode() {
    return config.getRunMode();
  }

  @Override
  public Schedule getSchedule() {
    return config.getSchedule();
  }

  @Override
  public Date getNextRunTime() {
    return nextRun == null ? null : new Date(nextRun);
  }

  @Override
  public Map<String, Serializable> getParameters() {
    return config.getParameters();
  }

  @Override
  public boolean isRunnable() {
    return runnable;
  }
}
