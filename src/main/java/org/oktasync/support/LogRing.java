package org.oktasync.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.oktasync.control.LogSink;

/**
 * The last lines of this node's log, in memory. Lines for whoever looks closely are left out: they
 * may name persons.
 */
public final class LogRing implements LogSink {
  private static final int LINES = 2_000;
  private static final int TRACE = 4_000;

  private final Clock clock;
  private final Deque<Line> lines = new ArrayDeque<>();

  public LogRing(Clock clock) {
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param trace the beginning of what was thrown; empty when nothing was
   */
  public record Line(Instant at, Level level, String text, String trace) {}

  /** The lines, oldest first. */
  public synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public boolean takes(Level level) {
    return level != Level.DEBUG;
  }

  @Override
  public synchronized void write(Level level, String line, Throwable cause) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(new Line(clock.instant(), level, line, trace(cause)));
  }

  private static String trace(Throwable cause) {
    if (cause == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString().substring(0, Math.min(TRACE, text.getBuffer().length()));
  }
}
