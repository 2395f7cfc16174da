package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The call {@code GET /api/v1/logs}. A polling request (no {@code until}, ascending) sees events in
 * the order of their persistence and always gets a next link. A bounded one sees them in the order
 * of their publication and gets none on its last page.
 */
final class LogsApi {
  private static final int PAGE = 100;
  private static final int PAGE_MAX = 1_000;

  private final SystemLog log;
  private final Pages pages;
  private final Clock clock;

  LogsApi(SystemLog log, Pages pages, Clock clock) {
    this.log = log;
    this.pages = pages;
    this.clock = clock;
  }

  void register(Router router) {
    router.on("GET", "/api/v1/logs", (call, args) -> list(call));
  }

  private Answer list(Call call) {
    int limit = limit(call);
    LogQuery query = LogQuery.of(call, clock.instant());
    return query.polling() ? poll(call, query, limit) : bounded(call, query, limit);
  }

  private int limit(Call call) {
    String asked = call.query().getOrDefault("limit", "" + PAGE);
    if (!asked.matches("\\d{1,8}") || Integer.parseInt(asked) > PAGE_MAX) {
      throw OktaError.invalid("limit", "must be a number between 0 and " + PAGE_MAX);
    }
    int limit = Integer.parseInt(asked);
    return pages.cap() > 0 ? Math.min(limit, pages.cap()) : limit;
  }

  private Answer poll(Call call, LogQuery query, int limit) {
    long from =
        query.cursor() == null
            ? SystemLog.before(query.since())
            : pages.cursors().decode(query.list(), query.cursor(), 1)[0];
    SystemLog.Poll page = log.poll(from, limit, query.wanted());
    return page(call, page.events(), pages.cursors().encode(query.list(), page.position()));
  }

  private Answer bounded(Call call, LogQuery query, int limit) {
    boolean first = query.cursor() == null;
    // The next link has no since, so the cursor carries it.
    long[] from = first ? new long[3] : pages.cursors().decode(query.list(), query.cursor(), 3);
    Instant since = first ? query.since() : Instant.ofEpochMilli(from[0]);
    SystemLog.Mark last = new SystemLog.Mark(from[1], from[2]);
    List<SystemLog.Entry> rest =
        new ArrayList<>(log.published(since, query.until(), query.wanted()));
    if (query.descending()) {
      Collections.reverse(rest);
      rest.removeIf(entry -> !first && entry.mark().compareTo(last) >= 0);
    } else {
      rest.removeIf(entry -> !first && entry.mark().compareTo(last) <= 0);
    }
    List<SystemLog.Entry> shown = rest.subList(0, Math.min(limit, rest.size()));
    String next = null;
    if (rest.size() > limit && limit > 0) {
      SystemLog.Mark end = shown.get(limit - 1).mark();
      next =
          pages
              .cursors()
              .encode(query.list(), since.toEpochMilli(), end.published(), end.position());
    }
    return page(call, shown.stream().map(SystemLog.Entry::event).toList(), next);
  }

  /**
   * One page.
   *
   * @param cursor where the next page begins, or null if there is none
   */
  private static Answer page(Call call, List<LogEvent> events, String cursor) {
    List<String> links = new ArrayList<>();
    links.add("<" + call.address(Map.of()) + ">; rel=\"self\"");
    if (cursor != null) {
      Map<String, String> next = new HashMap<>();
      next.put("after", cursor);
      next.put("since", null);
      links.add("<" + call.address(next) + ">; rel=\"next\"");
    }
    return Answer.of(events.stream().map(LogJson::event).toList()).withLinks(links);
  }
}
