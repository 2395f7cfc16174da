package com.atlassian.scheduler.cron;

/** Tells good cron expressions from bad ones. */
public interface CronExpressionValidator {
  boolean isValid(String cronExpression);

  void validate(String cronExpression) throws CronSyntaxException;
}
