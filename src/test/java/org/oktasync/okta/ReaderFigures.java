package org.oktasync.okta;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.Callable;

/** Measures a reader, and prints what it did in the line that all readers print. */
final class ReaderFigures {
  private ReaderFigures() {}

  /** What a reader found. */
  record Counts(long users, long groups, long memberships) {}

  /** Reads once; seconds and heap are those of the reading alone, without the start of the JVM. */
  static void measure(Callable<Counts> reader) throws Exception {
    long begin = System.nanoTime();
    Counts counts = reader.call();
    System.out.printf(
        "users=%d groups=%d memberships=%d seconds=%.1f peakHeapMB=%d%n",
        counts.users,
        counts.groups,
        counts.memberships,
        (System.nanoTime() - begin) / 1e9,
        peakHeap() >> 20);
  }

  /** The most that was in use at once, garbage included. */
  static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
