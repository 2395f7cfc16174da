package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.util.Date;

/** One run of a job, as its runner sees it. */
public interface JobRunnerRequest {
  Date getStartTime();

  JobId getJobId();

  JobConfig getJobConfig();

  boolean isCancellationRequested();
}
