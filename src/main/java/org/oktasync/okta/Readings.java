package org.oktasync.okta;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.oktasync.control.StopSignal;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.spool.SpoolFolder;

/** Begins readings on the threads of a source, into files, and clears up after those that fail. */
final class Readings {
  static final String SPOOL_FAILED = "okta-spool-failed";

  private final ExecutorService threads;
  private final SyncLog log;

  Readings(ExecutorService threads, SyncLog log) {
    this.threads = threads;
    this.log = log;
  }

  /** A reading that owns the files it leaves behind. */
  interface Reading<T> {
    T read(SpoolFolder files, ReadingThreads work);
  }

  /**
   * Reads; what was begun ends, and no file is left, when that fails.
   *
   * @throws SourceException of kind {@code FATAL} when the files cannot be written
   */
  <T> T run(Path folder, StopSignal stop, Reading<T> reading) {
    SpoolFolder files = new SpoolFolder(folder);
    ReadingThreads work = new ReadingThreads(threads, stop, log);
    try {
      return reading.read(files, work);
    } catch (UncheckedIOException e) {
      giveUp(work, files, e);
      throw new SourceException(Kind.FATAL, Message.of(SPOOL_FAILED, folder, e.getMessage()), e);
    } catch (RuntimeException | Error e) {
      giveUp(work, files, e);
      throw e;
    }
  }

  private static void giveUp(ReadingThreads work, SpoolFolder files, Throwable reason) {
    work.abandon();
    try {
      files.close();
    } catch (UncheckedIOException e) {
      reason.addSuppressed(e);
    }
  }
}
