package org.oktasync.wiring;

import org.oktasync.control.LogSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jira's log, under the one name {@code org.oktasync}. */
final class JiraLog implements LogSink {
  private final Logger logger = LoggerFactory.getLogger("org.oktasync");

  @Override
  public boolean takes(Level level) {
    return switch (level) {
      case DEBUG -> logger.isDebugEnabled();
      case INFO -> logger.isInfoEnabled();
      case WARN -> logger.isWarnEnabled();
      case ERROR -> logger.isErrorEnabled();
    };
  }

  @Override
  public void write(Level level, String line, Throwable cause) {
    switch (level) {
      case DEBUG -> logger.debug(line, cause);
      case INFO -> logger.info(line, cause);
      case WARN -> logger.warn(line, cause);
      case ERROR -> logger.error(line, cause);
    }
  }
}
