package org.oktasync.control;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.oktasync.control.LogSink.Level;

/**
 * The product's log. Lines that are written while a thread works for a run bear its connection and
 * its number. Texts are patterns as {@link String#format} knows them; persons (names, logins,
 * e-mail addresses) may stand in lines of {@link #debug} alone. Safe for many threads.
 */
public final class SyncLog {
  private final List<LogSink> sinks;
  private final ThreadLocal<String> worksFor = ThreadLocal.withInitial(() -> "");

  /**
   * @param sinks each gets the lines that it takes
   */
  public SyncLog(List<LogSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  /** Work of a thread for one run; closed on the thread that began it. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** From here on this thread works for a run, until the scope is closed. */
  public Scope begin(long connectionId, long runId) {
    String before = worksFor.get();
    worksFor.set("connection " + connectionId + ", run " + runId + ": ");
    return () -> worksFor.set(before);
  }

  /** The same work, which another thread then does for the run that this thread works for. */
  public <T> Callable<T> carried(Callable<T> work) {
    String origin = worksFor.get();
    return () -> {
      String before = worksFor.get();
      worksFor.set(origin);
      try {
        return work.call();
      } finally {
        worksFor.set(before);
      }
    };
  }

  /** Something that only helps whoever looks closely. */
  public void debug(String text, Object... values) {
    write(Level.DEBUG, null, text, values);
  }

  /** Something that tells how it goes. */
  public void info(String text, Object... values) {
    write(Level.INFO, null, text, values);
  }

  /** Something that is not as it should be. */
  public void warn(String text, Object... values) {
    write(Level.WARN, null, text, values);
  }

  /** Something that is not as it should be, because of an exception. */
  public void warn(Throwable cause, String text, Object... values) {
    write(Level.WARN, cause, text, values);
  }

  /** A failure that nobody foresaw. */
  public void error(Throwable cause, String text, Object... values) {
    write(Level.ERROR, cause, text, values);
  }

  private void write(Level level, Throwable cause, String text, Object... values) {
    String line = null;
    for (LogSink sink : sinks) {
      if (sink.takes(level)) {
        line = line == null ? worksFor.get() + String.format(Locale.ROOT, text, values) : line;
        sink.write(level, line, cause);
      }
    }
  }
}
