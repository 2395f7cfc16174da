package org.oktasync.run.ports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.oktasync.config.Connection;

/**
 * Remembers for a while what another system told about a connection, on this node, so that somebody
 * who tries this and that does not ask it every time. Safe for many threads; two that ask at once
 * may both ask the other system. Failures are not remembered.
 */
public final class Remembered<T> {
  private static final int MOST = 50;

  private record Told<T>(int version, Instant at, T what) {}

  private final Clock clock;
  private final Duration fresh;
  private final Function<Connection, T> ask;
  private final Map<Long, Told<T>> told = new HashMap<>();

  /**
   * @param fresh how long an answer is good for; changed settings end it at once
   * @param ask asks the other system; what it throws is thrown to whoever wants to know
   */
  public Remembered(Clock clock, Duration fresh, Function<Connection, T> ask) {
    this.clock = clock;
    this.fresh = fresh;
    this.ask = ask;
  }

  /** What was told about this connection with these settings. */
  public T of(Connection connection) {
    Told<T> known = known(connection.id());
    Instant now = clock.instant();
    if (known != null
        && known.version() == connection.version()
        && known.at().plus(fresh).isAfter(now)) {
      return known.what();
    }
    T what = ask.apply(connection);
    remember(connection.id(), new Told<>(connection.version(), now, what));
    return what;
  }

  private synchronized Told<T> known(long connection) {
    return told.get(connection);
  }

  private synchronized void remember(long connection, Told<T> answer) {
    if (told.size() >= MOST) {
      told.clear();
    }
    told.put(connection, answer);
  }
}
