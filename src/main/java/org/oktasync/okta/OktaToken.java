package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingKind;

/**
 * Where a reading of what changed goes on, by Okta's own clock.
 *
 * @param since people and groups that changed after this are asked for; a little before the first
 *     answer of the last reading, because lists may lag behind
 * @param log address of the next page of the System Log; empty to begin at {@code since}; {@link
 *     #NO_LOG} when the log may not be read
 * @param counts how many members Okta last stated, by id of the group
 * @param seen when the members of a group last changed, as Okta wrote it, for groups whose last
 *     change lies within the overlap and has been dealt with
 * @param unread groups whose members could not be read; they are read whole next time
 * @param things the kinds of things whose events the log is followed for; those of others before
 *     this token nobody has looked at
 */
record OktaToken(
    Instant since,
    String log,
    Map<String, Long> counts,
    Map<String, String> seen,
    List<String> unread,
    Set<ThingKind> things) {
  static final String NO_LOG = "-";

  /** Okta's lists are complete after seconds; two minutes leave room for a slow day. */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  OktaToken {
    counts = new TreeMap<>(counts);
    seen = new TreeMap<>(seen);
    unread = List.copyOf(unread);
    things = Set.copyOf(things);
  }

  /** The token as text. */
  SyncToken toToken() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("since", since.toString());
    fields.put("log", log);
    fields.put("counts", counts);
    fields.put("seen", seen);
    fields.put("unread", unread);
    fields.put("things", new TreeSet<>(things));
    return new SyncToken(JSON.valueToTree(fields).toString());
  }

  /** Reads a token; empty when it is none that this version wrote. */
  static Optional<OktaToken> of(SyncToken token) {
    try {
      Fields fields = JSON.readValue(token.value(), Fields.class);
      return Optional.of(
          new OktaToken(
              Instant.parse(fields.since),
              fields.log,
              fields.counts,
              fields.seen,
              fields.unread,
              fields.things));
    } catch (JsonProcessingException | DateTimeException | NullPointerException e) {
      return Optional.empty();
    }
  }

  /** The stored fields. */
  private record Fields(
      String since,
      String log,
      Map<String, Long> counts,
      Map<String, String> seen,
      List<String> unread,
      Set<ThingKind> things) {}
}
