package org.oktasync.devkit.oktaorg;

import java.util.function.Supplier;

/** How the directory tells the System Log what happens in it. */
final class EventWriter {
  private final SystemLog log;
  private final Supplier<LogEvent.Party> administrator;

  /**
   * @param administrator who makes the calls of the API
   */
  EventWriter(SystemLog log, Supplier<LogEvent.Party> administrator) {
    this.log = log;
    this.administrator = administrator;
  }

  /** Somebody did this by hand or by a call. */
  void byAdministrator(EventType type, LogEvent.Party... targets) {
    log.add(type, administrator.get(), null, targets);
  }

  /** Okta did this by itself: a rule, an import, a job. */
  void bySystem(EventType type, LogEvent.Party... targets) {
    log.add(type, LogEvent.Party.SYSTEM, null, targets);
  }

  /**
   * Lets a check decide about a call; what it refuses is an event too, a failed one.
   *
   * @throws OktaError as the check throws it
   */
  <T> T checked(EventType type, Supplier<T> check, LogEvent.Party... targets) {
    try {
      return check.get();
    } catch (OktaError e) {
      log.add(type, administrator.get(), e.getMessage(), targets);
      throw e;
    }
  }
}
