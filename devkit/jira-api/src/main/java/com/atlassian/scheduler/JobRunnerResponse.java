package com.atlassian.scheduler;

import com.atlassian.scheduler.status.RunOutcome;
import java.util.Objects;

/** What a runner says about its run. */
public final class JobRunnerResponse {
  private final RunOutcome runOutcome;
  private final String message;

  private JobRunnerResponse(RunOutcome runOutcome, String message) {
    this.runOutcome = runOutcome;
    this.message = message;
  }

  public static JobRunnerResponse success() {
    return success(null);
  }

  public static JobRunnerResponse success(String message) {
    return new JobRunnerResponse(RunOutcome.SUCCESS, message);
  }

  public static JobRunnerResponse aborted(String message) {
    return new JobRunnerResponse(RunOutcome.ABORTED, Objects.requireNonNull(message, "message"));
  }

  public static JobRunnerResponse failed(String message) {
    return new JobRunnerResponse(RunOutcome.FAILED, Objects.requireNonNull(message, "message"));
  }

  public static JobRunnerResponse failed(Throwable cause) {
    return failed(cause.toString());
  }

  public RunOutcome getRunOutcome() {
    return runOutcome;
  }

  public String getMessage() {
    return message;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobRunnerResponse that
        && runOutcome == that.runOutcome
        && Objects.equals(message, that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(runOutcome, message);
  }

  @Override
  public String toString() {
    return runOutcome + ": " + message;
  }
}
