package com.atlassian.scheduler.status;

import java.util.Date;

/** Outcome of one run. */
public interface RunDetails {
  int MAXIMUM_MESSAGE_LENGTH = 255;

  Date getStartTime();

  long getDurationInMillis();

  RunOutcome getRunOutcome();

  String getMessage();
}
