package com.atlassian.scheduler.status;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.io.Serializable;
import java.util.Date;
import java.util.Map;

/** A job as it is scheduled. */
public interface JobDetails {
  JobId getJobId();

  JobRunnerKey getJobRunnerKey();

  RunMode getRunMode();

  Schedule getSchedule();

  Date getNextRunTime();

  Map<String, Serializable> getParameters();

  boolean isRunnable();
}
