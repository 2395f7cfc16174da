package org.oktasync.control;

/** Where the lines of {@link SyncLog} go. Safe for many threads. */
public interface LogSink {
  /** How much a line matters. */
  enum Level {
    /** For whoever looks closely; the only one whose lines may name persons. */
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** Whether lines of this level are wanted. */
  boolean takes(Level level);

  /**
   * Takes one line.
   *
   * @param cause what was thrown; null when nothing was
   */
  void write(Level level, String line, Throwable cause);
}
