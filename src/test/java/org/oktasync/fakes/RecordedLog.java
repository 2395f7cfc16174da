package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.control.LogSink;
import org.oktasync.control.SyncLog;

/** Keeps what the product writes to its log. */
public final class RecordedLog implements LogSink {
  /** A line as it was written. */
  public record Line(Level level, String text, Throwable cause) {}

  private final SyncLog log = new SyncLog(List.of(this));
  private final List<Line> lines = new ArrayList<>();

  /** A log that nobody reads. */
  public static SyncLog unread() {
    return new RecordedLog().log;
  }

  /** The log that writes here. */
  public SyncLog log() {
    return log;
  }

  /** Everything so far, in order. */
  public synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public boolean takes(Level level) {
    return true;
  }

  @Override
  public synchronized void write(Level level, String line, Throwable cause) {
    lines.add(new Line(level, line, cause));
  }
}
