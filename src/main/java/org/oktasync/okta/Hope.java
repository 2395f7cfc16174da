package org.oktasync.okta;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * Whether asking on makes sense: with a token that is refused, or a server that is gone, it helps
 * nobody. Safe for use by many threads.
 */
final class Hope {
  /** So many lists in a row that fail are no accident: the rest would fail as well. */
  private static final int HOPELESS = 12;

  private final AtomicInteger failuresInARow = new AtomicInteger();
  private volatile String givenUp = "";

  /** The code of why there is none left. */
  Optional<String> lost() {
    return givenUp.isEmpty() ? Optional.empty() : Optional.of(givenUp);
  }

  /** A list came. */
  void worked() {
    failuresInARow.set(0);
  }

  /** A list did not come. */
  void failed(SourceException e) {
    boolean tokenRefused = e.problem().code().equals(OktaErrorTranslator.TOKEN);
    boolean passing = e.kind() == Kind.RETRY || e.kind() == Kind.RETRY_AFTER;
    if (tokenRefused || (passing && failuresInARow.incrementAndGet() >= HOPELESS)) {
      givenUp = e.problem().code();
    }
  }
}
