package org.oktasync.run.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.SyncRun;
import org.oktasync.run.RunControl;
import org.oktasync.run.SyncRequest;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.run.read.OnePerson;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException;

/**
 * Brings people up to date when they sign in: attributes and new groups; what would take something
 * away waits for a run about everybody. Each person is asked about once in ten minutes in the whole
 * cluster, and never on the thread on which they sign in. Safe for use by many threads.
 */
public final class LoginSync {
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RunPorts ports;
  private final SettingsStore settings;
  private final PersonControl people;
  private final RunControl runs;
  private final Executor threads;
  private final Clock clock;
  private final Map<Long, Minute> minutes = new ConcurrentHashMap<>();
  private final LongAdder looked = new LongAdder();
  private final LongAdder changed = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * @param threads takes work without waiting, and refuses what is too much
   */
  public LoginSync(
      RunPorts ports,
      SettingsStore settings,
      PersonControl people,
      RunControl runs,
      Executor threads,
      Clock clock) {
    this.ports = ports;
    this.settings = settings;
    this.people = people;
    this.runs = runs;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * What happened at logins on this node since it started.
   *
   * @param looked people whom the source was asked about
   * @param changed runs that followed
   * @param passedOver people who were too many, or whose connection had a run under way
   * @param failed people about whom the source or Jira could not answer
   */
  public record Tally(long looked, long changed, long passedOver, long failed) {}

  /** How many people one connection was asked about in the present minute. */
  private static final class Minute {
    private Instant begin = Instant.MIN;
    private int looks;

    synchronized boolean hasRoom(Instant now, int most) {
      if (Duration.between(begin.equals(Instant.MIN) ? Instant.EPOCH : begin, now).compareTo(MINUTE)
          >= 0) {
        begin = now;
        looks = 0;
      }
      return looks++ < most;
    }
  }

  /** Somebody signed in. Returns at once, and never throws. */
  public void signedIn(String userName) {
    try {
      threads.execute(() -> lookQuietly(new AccountName(userName)));
    } catch (RejectedExecutionException e) {
      passedOver.increment();
    } catch (RuntimeException e) {
      failed.increment();
      ports.log().error(e, "A login could not be looked at");
    }
  }

  /** What happened so far. */
  public Tally tally() {
    return new Tally(looked.sum(), changed.sum(), passedOver.sum(), failed.sum());
  }

  private void lookQuietly(AccountName name) {
    try {
      for (Connection connection : settings.connections()) {
        if (connection.settings().enabled() && connection.settings().login().enabled()) {
          look(connection, name);
        }
      }
    } catch (SourceException | TargetException e) {
      failed.increment();
    } catch (RuntimeException e) {
      failed.increment();
      ports.log().error(e, "A login could not be looked at");
    }
  }

  private void look(Connection connection, AccountName name) {
    Optional<Link> link =
        ports
            .links()
            .findByName(connection.id(), EntityKind.USER, name.value())
            .filter(one -> one.directoryId() == connection.settings().directoryId());
    if (link.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    int most = connection.settings().login().perMinute();
    if (!minutes.computeIfAbsent(connection.id(), id -> new Minute()).hasRoom(now, most)) {
      passedOver.increment();
    } else if (ports.links().claimLook(link.get().id(), now, now.minus(PAUSE))) {
      looked.increment();
      bringUpToDate(connection, link.get().externalId());
    }
  }

  /** A run is made only for somebody who is behind: most people are not. */
  private void bringUpToDate(Connection connection, ExternalId person) {
    OnePerson one = new OnePerson(person, true);
    if (!people.isBehind(connection, one)) {
      return;
    }
    try {
      runs.start(SyncRequest.ofPerson(connection.id(), SyncRun.LOGIN, "", false, one));
      changed.increment();
    } catch (RunRefusedException e) {
      passedOver.increment();
    }
  }
}
