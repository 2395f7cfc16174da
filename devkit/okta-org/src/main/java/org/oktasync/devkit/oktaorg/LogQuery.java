package org.oktasync.devkit.oktaorg;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of the System Log asks for.
 *
 * @param since where it begins
 * @param until where it ends, or null for a polling request, which has no end
 * @param descending newest first
 * @param wanted which events
 * @param cursor where an earlier page ended, or null
 * @param list identity of the list that the cursor must belong to
 */
record LogQuery(
    Instant since,
    Instant until,
    boolean descending,
    Predicate<LogEvent> wanted,
    String cursor,
    String list) {
  private static final Duration STANDARD = Duration.ofDays(7);
  private static final Duration FARTHEST = Duration.ofDays(180);
  private static final int KEYWORDS = 10;
  private static final int KEYWORD_LENGTH = 40;
  private static final Filter<LogEvent> FILTER =
      new Filter<>(
          Map.of(
              "eventType eq", (event, type) -> event.type().code().equals(type),
              "eventType sw", (event, type) -> event.type().code().startsWith(type),
              "outcome.result eq", (event, result) -> event.result().equals(result),
              "actor.id eq", (event, id) -> event.actor().id().equals(id),
              "target.id eq", (event, id) -> event.targets().stream().anyMatch(has(id))),
          Map.of());

  /**
   * Reads the parameters of a call.
   *
   * @throws OktaError for what Okta refuses
   */
  static LogQuery of(Call call, Instant now) {
    boolean descending = descending(call);
    Instant until = time(call, "until");
    Instant end = until == null ? now : until;
    Instant since = since(call, now);
    String filter = given(call, "filter");
    String q = given(call, "q");
    return new LogQuery(
        since == null ? end.minus(STANDARD) : since,
        until == null && !descending ? null : end,
        descending,
        (filter == null ? all() : parse(filter)).and(q == null ? all() : keywords(q)),
        given(call, "after"),
        String.join("|", call.path(), filter, q, "" + descending, "" + until));
  }

  private static boolean descending(Call call) {
    String order = given(call, "sortOrder");
    if (order != null && !Set.of("ASCENDING", "DESCENDING").contains(order)) {
      throw OktaError.invalid("sortOrder", "must be ASCENDING or DESCENDING");
    }
    return "DESCENDING".equals(order);
  }

  /** The lower bound, or null if it is not given. */
  private static Instant since(Call call, Instant now) {
    Instant since = time(call, "since");
    if (since != null && given(call, "after") != null) {
      throw OktaError.invalid("after", "since and after exclude each other");
    }
    if (since != null && since.isBefore(now.minus(FARTHEST))) {
      throw OktaError.badLogQuery(
          "Invalid parameter: The since parameter is over 180 days prior to the current day.");
    }
    return since;
  }

  boolean polling() {
    return until == null;
  }

  /** A parameter, or null if it is absent or empty. */
  private static String given(Call call, String name) {
    String value = call.parameter(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static Instant time(Call call, String name) {
    String value = given(call, name);
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw OktaError.invalid(
          name,
          "The date format in your query is not recognized. Please enter dates using ISO8601 string"
              + " format.");
    }
  }

  private static Predicate<LogEvent> all() {
    return event -> true;
  }

  private static Predicate<LogEvent.Party> has(String id) {
    return party -> party.id().equals(id);
  }

  private static Predicate<LogEvent> parse(String filter) {
    try {
      return FILTER.parse(filter);
    } catch (OktaError e) {
      throw OktaError.badLogQuery("Invalid filter '" + filter + "': " + e.causes().get(0));
    }
  }

  /** All keywords must be words of the event, whatever their case. */
  private static Predicate<LogEvent> keywords(String q) {
    List<String> keywords = List.of(q.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    if (keywords.size() > KEYWORDS
        || keywords.stream().anyMatch(k -> k.length() > KEYWORD_LENGTH)) {
      throw OktaError.invalid(
          "q", "Freeform search takes at most 10 items of at most 40 characters");
    }
    return event -> words(event).containsAll(keywords);
  }

  /** The event's words; what has hyphens counts whole and in parts. */
  private static Set<String> words(LogEvent event) {
    Stream<String> parties =
        Stream.concat(Stream.of(event.actor()), event.targets().stream())
            .flatMap(p -> Stream.of(p.type(), p.id(), p.alternateId(), p.displayName()));
    Stream<String> own =
        Stream.of(
            event.uuid().toString(), event.type().code(), event.type().message(), event.result());
    return Stream.concat(own, parties)
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")))
        .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(word.split("-"))))
        .collect(Collectors.toSet());
  }
}
