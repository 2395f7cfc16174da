package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.JobDetails;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Jobs of the node and of the cluster. */
public interface SchedulerService {
  void registerJobRunner(JobRunnerKey runnerKey, JobRunner runner);

  void unregisterJobRunner(JobRunnerKey runnerKey);

  Set<JobRunnerKey> getRegisteredJobRunnerKeys();

  Set<JobRunnerKey> getJobRunnerKeysForAllScheduledJobs();

  void scheduleJob(JobId jobId, JobConfig config) throws SchedulerServiceException;

  JobId scheduleJobWithGeneratedId(JobConfig config) throws SchedulerServiceException;

  void unscheduleJob(JobId jobId);

  Date calculateNextRunTime(Schedule schedule) throws SchedulerServiceException;

  JobDetails getJobDetails(JobId jobId);

  List<JobDetails> getJobsByJobRunnerKey(JobRunnerKey runnerKey);

  List<JobDetails> getJobsByJobRunnerKeys(List<JobRunnerKey> runnerKeys);
}
