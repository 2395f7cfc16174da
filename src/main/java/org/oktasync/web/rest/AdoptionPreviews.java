package org.oktasync.web.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.oktasync.run.adoption.AdoptionCandidate;

/**
 * Keeps the last adoption previews of this node for ten minutes, because each costs a reading of
 * the whole organisation and administrators page through it. A preview is only ever shown: what is
 * adopted is worked out anew. Safe for many threads; who asks while one is being worked out waits
 * for that one.
 */
public final class AdoptionPreviews {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST = 4;

  private final Clock clock;
  private final Map<Long, Kept> kept = new LinkedHashMap<>();

  public AdoptionPreviews(Clock clock) {
    this.clock = clock;
  }

  /**
   * A preview.
   *
   * @param readAt when the reading began
   * @param candidates who and what could be adopted
   */
  record Preview(Instant readAt, List<AdoptionCandidate> candidates) {}

  private record Kept(int version, Instant readAt, CompletableFuture<Preview> preview) {}

  /**
   * The preview of a connection.
   *
   * @param version of the connection's settings; a preview made with another one is not used
   * @param read works it out anew when none is kept; what it throws is thrown here
   */
  Preview of(long connectionId, int version, Supplier<List<AdoptionCandidate>> read) {
    Kept mine = new Kept(version, clock.instant(), new CompletableFuture<>());
    Kept shared = keep(connectionId, mine);
    if (shared.preview() == mine.preview()) {
      fill(connectionId, mine, read);
    }
    try {
      return shared.preview().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Forgets the preview of a connection. */
  synchronized void drop(long connectionId) {
    kept.remove(connectionId);
  }

  private synchronized Kept keep(long connectionId, Kept mine) {
    Kept present = kept.get(connectionId);
    if (present != null && isFresh(present, mine)) {
      return present;
    }
    kept.remove(connectionId);
    kept.put(connectionId, mine);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return mine;
  }

  private static boolean isFresh(Kept present, Kept mine) {
    return present.version() == mine.version()
        && present.readAt().plus(FRESH).isAfter(mine.readAt());
  }

  private void fill(long connectionId, Kept mine, Supplier<List<AdoptionCandidate>> read) {
    try {
      mine.preview().complete(new Preview(mine.readAt(), List.copyOf(read.get())));
    } catch (RuntimeException | Error e) {
      forget(connectionId, mine);
      mine.preview().completeExceptionally(e);
    }
  }

  private synchronized void forget(long connectionId, Kept failed) {
    kept.remove(connectionId, failed);
  }
}
