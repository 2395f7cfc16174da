package org.oktasync.devkit.oktaorg;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The System Log. An event is <em>published</em> when something happens and <em>persisted</em> when
 * readers can see it, which faults may move into the future. Positions follow the time of
 * persistence: whatever becomes visible later has a greater one, also in an organisation that was
 * started anew and lost its log. Safe for many threads.
 */
final class SystemLog {
  /** How long events can be read. */
  static final Duration RETENTION = Duration.ofDays(90);

  /** Low bits of a position, which tell events of one millisecond apart. */
  private static final int RANK_BITS = 22;

  /** An event that readers can see. */
  record Entry(long position, LogEvent event) {
    Mark mark() {
      return new Mark(event.published().toEpochMilli(), position);
    }
  }

  /** A place in the order of publication. */
  record Mark(long published, long position) implements Comparable<Mark> {
    private static final Comparator<Mark> ORDER =
        Comparator.comparingLong(Mark::published).thenComparingLong(Mark::position);

    @Override
    public int compareTo(Mark other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One answer to a polling reader.
   *
   * @param events in order of persistence
   * @param position where the next answer begins
   */
  record Poll(List<LogEvent> events, long position) {}

  private record Pending(long due, long number, LogEvent event) {}

  private final Clock clock;
  private final long seed;
  private final Faults faults;
  private final List<Entry> entries = new ArrayList<>();
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(
          Comparator.comparingLong(Pending::due).thenComparingLong(Pending::number));
  private long number;

  SystemLog(Clock clock, long seed, Faults faults) {
    this.clock = clock;
    this.seed = seed;
    this.faults = faults;
  }

  /** The position before everything that is persisted at {@code time} or later. */
  static long before(Instant time) {
    return (time.toEpochMilli() << RANK_BITS) - 1;
  }

  /**
   * Notes what happened just now.
   *
   * @param refusal why it was refused, or null if it was done
   */
  synchronized void add(
      EventType type, LogEvent.Party actor, String refusal, LogEvent.Party... targets) {
    Instant now = now();
    persistDue(now);
    UUID uuid = uuid(++number, now);
    List<LogEvent.Party> parties = new ArrayList<>(List.of(targets));
    // Okta promises no order of targets; readers must go by their types.
    if (uuid.hashCode() % 2 == 0) {
      Collections.reverse(parties);
    }
    LogEvent event = new LogEvent(uuid, now, type, actor, refusal, List.copyOf(parties));
    String label = event.label();
    if (faults.strikes(Fault.EVENT_LOST, label).isEmpty()) {
      long due = now.plusSeconds(faults.strikes(Fault.EVENT_LATE, label).orElse(0)).toEpochMilli();
      pending.add(new Pending(due, ++number, event));
      faults
          .strikes(Fault.EVENT_TWICE, label)
          .ifPresent(later -> pending.add(new Pending(due + later * 1000, ++number, event)));
    }
    persistDue(now);
  }

  /** Differs between runs of an organisation that are started with the same seed. */
  private UUID uuid(long ordinal, Instant now) {
    ByteBuffer name = ByteBuffer.allocate(24);
    name.putLong(seed).putLong(ordinal).putLong(now.toEpochMilli());
    return UUID.nameUUIDFromBytes(name.array());
  }

  private void persistDue(Instant now) {
    while (!pending.isEmpty() && pending.peek().due() <= now.toEpochMilli()) {
      Pending next = pending.remove();
      long last = entries.isEmpty() ? -1 : entries.get(entries.size() - 1).position();
      // Greater than the last one even when the clock was put back.
      long position = Math.max(last + 1, next.due() << RANK_BITS);
      entries.add(new Entry(position, next.event()));
    }
  }

  /** At most {@code limit} wanted events that were persisted behind a position. */
  synchronized Poll poll(long after, int limit, Predicate<LogEvent> wanted) {
    Predicate<LogEvent> shown = kept().and(wanted);
    List<LogEvent> found = new ArrayList<>();
    long position = after;
    for (int i = firstBehind(after); i < entries.size() && found.size() < limit; i++) {
      Entry entry = entries.get(i);
      position = entry.position();
      if (shown.test(entry.event())) {
        found.add(entry.event());
      }
    }
    return new Poll(found, position);
  }

  /** The wanted events that were published from {@code since} to {@code until}, in that order. */
  synchronized List<Entry> published(Instant since, Instant until, Predicate<LogEvent> wanted) {
    Predicate<LogEvent> shown =
        kept()
            .and(e -> !e.published().isBefore(since) && !e.published().isAfter(until))
            .and(wanted);
    return entries.stream()
        .filter(entry -> shown.test(entry.event()))
        .sorted(Comparator.comparing(Entry::mark))
        .toList();
  }

  /** Shows what is due by now; tells what is not too old to be shown. */
  private Predicate<LogEvent> kept() {
    Instant now = now();
    persistDue(now);
    Instant oldest = now.minus(RETENTION);
    return event -> !event.published().isBefore(oldest);
  }

  private int firstBehind(long position) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).position() > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
