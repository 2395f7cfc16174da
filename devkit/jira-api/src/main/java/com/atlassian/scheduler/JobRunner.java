package com.atlassian.scheduler;

/** The work of a job; its object is registered on every node at start. */
public interface JobRunner {
  JobRunnerResponse runJob(JobRunnerRequest jobRunnerRequest);
}
