package com.atlassian.scheduler.cron;

import com.atlassian.scheduler.SchedulerServiceException;

/** A cron expression cannot be read; tells where and why. */
public class CronSyntaxException extends SchedulerServiceException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final String cronExpression;
  private final String value;
  private final int errorOffset;

  private CronSyntaxException(Builder from) {
    super(from.errorCode + " in '" + from.cronExpression + "'", from.cause);
    errorCode = from.errorCode;
    cronExpression = from.cronExpression;
    value = from.value;
    errorOffset = from.errorOffset;
  }

  public static Builder builder() {
    return new Builder();
  }

  public ErrorCode getErrorCode() {
    return errorCode;
  }

  public String getCronExpression() {
    return cronExpression;
  }

  public String getValue() {
    return value;
  }

  public int getErrorOffset() {
    return errorOffset;
  }

  /** Collects what is known of the error. */
  public static class Builder {
    private ErrorCode errorCode = ErrorCode.INTERNAL_PARSER_FAILURE;
    private String cronExpression;
    private String value;
    private int errorOffset = -1;
    private Throwable cause;

    private Builder() {}

    public Builder cronExpression(String cronExpression) {
      this.cronExpression = cronExpression;
      return this;
    }

    public Builder value(String value) {
      this.value = value;
      return this;
    }

    public Builder value(char value) {
      return value(String.valueOf(value));
    }

    public Builder errorCode(ErrorCode errorCode) {
      this.errorCode = errorCode;
      return this;
    }

    public Builder errorOffset(int errorOffset) {
      this.errorOffset = errorOffset;
      return this;
    }

    public Builder cause(Throwable cause) {
      this.cause = cause;
      return this;
    }

    public CronSyntaxException build() {
      return new CronSyntaxException(this);
    }
  }
}
