package com.atlassian.scheduler.config;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/** Runner, mode, schedule and parameters of a job; starts as: once per cluster, once, now. */
public final class JobConfig {
  private final JobRunnerKey jobRunnerKey;
  private final RunMode runMode;
  private final Schedule schedule;
  private final Map<String, Serializable> parameters;

  private JobConfig(
      JobRunnerKey key, RunMode mode, Schedule schedule, Map<String, Serializable> parameters) {
    this.jobRunnerKey = Objects.requireNonNull(key, "jobRunnerKey");
    this.runMode = Objects.requireNonNull(mode, "runMode");
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    this.parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }

  public static JobConfig forJobRunnerKey(JobRunnerKey key) {
    return new JobConfig(key, RunMode.RUN_ONCE_PER_CLUSTER, Schedule.runOnce(null), null);
  }

  public JobRunnerKey getJobRunnerKey() {
    return jobRunnerKey;
  }

  public RunMode getRunMode() {
    return runMode;
  }

  public Schedule getSchedule() {
    return schedule;
  }

  public Map<String, Serializable> getParameters() {
    return parameters;
  }

  public JobConfig withRunMode(RunMode mode) {
    return new JobConfig(jobRunnerKey, mode, schedule, parameters);
  }

  public JobConfig withSchedule(Schedule newSchedule) {
    return new JobConfig(jobRunnerKey, runMode, newSchedule, parameters);
  }

  public JobConfig withParameters(Map<String, Serializable> newParameters) {
    return new JobConfig(jobRunnerKey, runMode, schedule, newParameters);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobConfig that
        && jobRunnerKey.equals(that.jobRunnerKey)
        && runMode == that.runMode
        && schedule.equals(that.schedule)
        && parameters.equals(that.parameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jobRunnerKey, runMode, schedule, parameters);
  }

  @Override
  public String toString() {
    return jobRunnerKey + " " + runMode + " " + schedule;
  }
}
