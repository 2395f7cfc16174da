package org.oktasync.okta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.oktasync.config.Secret;
import org.oktasync.control.Pacer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Cursor;
import org.oktasync.model.SourceUsage;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/**
 * Reads a whole organisation in a JVM of its own, for a heap limit to be put to the test: {@code
 * ReaderMemoryMain <url> <token> [concurrency]}. Prints counts, calls and the peak of the heap.
 */
public final class ReaderMemoryMain {
  private static final Pacer PACER =
      (time, stop) -> {
        try {
          if (stop.await(time)) {
            throw new StoppedException();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new StoppedException();
        }
      };

  private ReaderMemoryMain() {}

  /** Reads, walks over everything read, prints; any failure ends in a stack trace and status 1. */
  public static void main(String[] arguments) throws Exception {
    int concurrency = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    OktaAccess access = new OktaAccess(arguments[0], new Secret(arguments[1]), 100, concurrency);
    Path folder = Files.createTempDirectory("reader");
    Clock clock = Clock.systemUTC();
    long begin = System.nanoTime();
    try (OktaIdentitySource source =
            new OktaIdentitySource(
                access,
                PersonAttributes.of(Set.of()),
                new OktaRateLimiters(clock),
                clock,
                PACER,
                Math::random,
                RecordedLog.unread());
        SourceSnapshot snapshot =
            source.read(new SyncScope(true, false), folder, new StopSignal(), Progress.NONE)) {
      long[] counts = count(snapshot);
      SourceUsage usage = source.usage();
      System.out.printf(
          "users=%d groups=%d memberships=%d incomplete=%s calls=%d retries=%d waitedMs=%d"
              + " seconds=%.1f peakHeapMB=%d%n",
          counts[0],
          counts[1],
          counts[2],
          snapshot.incomplete(),
          usage.calls(),
          usage.retries(),
          usage.waitedMs(),
          (System.nanoTime() - begin) / 1e9,
          ReaderFigures.peakHeap() >> 20);
    }
    Files.delete(folder);
  }

  private static long[] count(SourceSnapshot snapshot) {
    long[] counts = new long[3];
    try (var users = snapshot.users();
        var groups = snapshot.groups()) {
      counts[0] = left(users);
      while (groups.hasNext()) {
        counts[1]++;
        try (var members = snapshot.members(groups.next().id())) {
          counts[2] += left(members);
        }
      }
    }
    return counts;
  }

  private static long left(Cursor<?> cursor) {
    long count = 0;
    for (; cursor.hasNext(); cursor.next()) {
      count++;
    }
    return count;
  }
}
