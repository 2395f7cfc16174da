package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.status.RunDetails;
import java.util.List;
import java.util.Map;

/** What became of earlier runs. */
public interface SchedulerHistoryService {
  RunDetails getLastRunForJob(JobId jobId);

  RunDetails getLastSuccessfulRunForJob(JobId jobId);

  Map<JobId, RunDetails> getLastRunForJobs(List<JobId> jobIds);
}
