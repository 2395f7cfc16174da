package org.oktasync.okta;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
import org.oktasync.model.SourceUser;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementScope.DirectUsers;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListReading;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/**
 * Reads all that objects of a whole organisation are made of, in a JVM of its own, for a heap limit
 * and a budget of calls to be put to the test: {@code EntitlementMemoryMain <url> <token>
 * [direct]}. With {@code direct}, the users of every application are read. Prints calls part by
 * part.
 */
public final class EntitlementMemoryMain {
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

  private final OktaIdentitySource source;
  private final Path folder;
  private final StopSignal stop = new StopSignal();
  private long callsBefore;
  private long begin = System.nanoTime();

  private EntitlementMemoryMain(OktaIdentitySource source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /** Reads and prints; any failure ends in a stack trace and status 1. */
  public static void main(String[] arguments) throws Exception {
    OktaAccess access = new OktaAccess(arguments[0], new Secret(arguments[1]), 100, 4);
    Path folder = Files.createTempDirectory("entitlements");
    Clock clock = Clock.systemUTC();
    DirectUsers direct = arguments.length > 2 ? DirectUsers.OF_EVERY_APP : DirectUsers.OF_NO_APP;
    try (OktaIdentitySource source =
        new OktaIdentitySource(
            access,
            PersonAttributes.of(Set.of()),
            new OktaRateLimiters(clock),
            clock,
            PACER,
            Math::random,
            RecordedLog.unread())) {
      new EntitlementMemoryMain(source, folder).run(direct);
    }
    Files.delete(folder);
  }

  private void run(DirectUsers direct) {
    try (SourceSnapshot people =
        source.read(new SyncScope(false, false), folder, stop, Progress.NONE)) {
      part("people and groups", people.userCount());
      EntitlementScope scope =
          new EntitlementScope(Set.of(EntitlementKind.values()), false, direct);
      try (EntitlementReading reading =
          source.entitlements().read(scope, folder, stop, Progress.NONE)) {
        part("entitlements " + reading.incomplete() + reading.notices(), 0);
        merge(people, reading);
      }
    }
    for (String list :
        new String[] {"/api/v1/groups", "/api/v1/apps", "/api/v1/devices?expand=userSummary"}) {
      try (ListReading reading =
          source.lists().read(ListRequest.of(list), folder, stop, Progress.NONE)) {
        ListEnd end = reading.end();
        part(list + " " + end.completeness(), end.count());
      }
    }
    System.out.printf("peakHeapMB=%d%n", peakHeap() >> 20);
  }

  private void merge(SourceSnapshot people, EntitlementReading reading) {
    long[] held = new long[3];
    try (Cursor<SourceUser> users = people.users();
        EntitlementWalk walk = reading.walk()) {
      while (users.hasNext()) {
        SourceUser user = users.next();
        Entitlements has = walk.of(user.id(), user.status());
        held[0] += has.groups().objects().size();
        held[1] += has.apps().objects().size();
        held[2] += has.roles().objects().size();
      }
    }
    part("merged: groups " + held[0] + " apps " + held[1] + " roles " + held[2], 0);
  }

  private void part(String name, long count) {
    SourceUsage usage = source.usage();
    System.out.printf(
        "%-60s count=%d calls=%d seconds=%.1f%n",
        name, count, usage.calls() - callsBefore, (System.nanoTime() - begin) / 1e9);
    callsBefore = usage.calls();
    begin = System.nanoTime();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
