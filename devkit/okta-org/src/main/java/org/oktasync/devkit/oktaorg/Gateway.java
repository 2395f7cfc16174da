package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The way of every API call: faults, latency, rate limit, token, route, headers, log. */
final class Gateway {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final long RESET_SECONDS = 2;

  /**
   * What the server sends.
   *
   * @param answer the answer
   * @param faults those of the wire are still to be played
   */
  record Reply(Answer answer, Map<Fault, Long> faults) {}

  private final Router router;
  private final Faults faults;
  private final Churn churn;
  private final RateLimits limits;
  private final ApiToken token;
  private final RequestLog log;
  private final Ids ids;
  private final Clock clock;
  private final long latencyMillis;

  Gateway(
      Router router,
      Faults faults,
      Churn churn,
      RateLimits limits,
      ApiToken token,
      RequestLog log,
      Ids ids,
      Clock clock,
      long latencyMillis) {
    this.router = router;
    this.faults = faults;
    this.churn = churn;
    this.limits = limits;
    this.token = token;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
    this.latencyMillis = latencyMillis;
  }

  /** Answers one call; refusals are answers too. */
  Reply reply(Call call) throws InterruptedException {
    String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
    Map<Fault, Long> striking = faults.take(call.path() + query);
    Thread.sleep(latencyMillis + striking.getOrDefault(Fault.SLOW, 0L));
    RateLimits.Ticket ticket = limits.take(call.method(), call.path());
    Answer answer;
    try {
      answer = FaultEffects.distort(answer(call, striking, ticket), striking);
    } catch (OktaError e) {
      answer = Answer.of(OktaJson.error(e, ids.next("oae"))).withStatus(e.status());
    }
    log.add(
        new RequestLog.Entry(
            call.method(), call.path(), call.rawQuery(), ticket.bucket(), answer.status()));
    return new Reply(withRateLimit(withHeaders(answer, striking), ticket, striking), striking);
  }

  private Answer withHeaders(Answer answer, Map<Fault, Long> striking) {
    Answer plain =
        answer
            .with("X-Okta-Request-Id", ids.next("req"))
            .with("Cache-Control", "no-cache, no-store");
    return striking.containsKey(Fault.NO_DATE)
        ? plain
        : plain.with("Date", HTTP_DATE.format(clock.instant()));
  }

  private Answer answer(Call call, Map<Fault, Long> striking, RateLimits.Ticket ticket) {
    Answer instead = FaultEffects.instead(striking, call);
    if (instead != null) {
      return instead;
    }
    if (ticket.refused()) {
      throw OktaError.tooManyRequests();
    }
    if (!call.path().startsWith("/.well-known/")) {
      token.check(call.header("authorization"));
    }
    if (striking.containsKey(Fault.CHURN)) {
      churn.more(Math.max(1, striking.get(Fault.CHURN)));
    }
    return router.answer(call);
  }

  private Answer withRateLimit(Answer answer, RateLimits.Ticket ticket, Map<Fault, Long> striking) {
    if (striking.containsKey(Fault.RATE_LIMITED_NO_RESET)) {
      return answer;
    }
    Long wait = striking.get(Fault.RATE_LIMITED);
    long reset =
        wait == null
            ? ticket.reset()
            : clock.instant().getEpochSecond() + (wait == 0 ? RESET_SECONDS : wait);
    int remaining = wait == null ? ticket.remaining() : 0;
    return answer
        .with("X-Rate-Limit-Limit", "" + ticket.limit())
        .with("X-Rate-Limit-Remaining", "" + remaining)
        .with("X-Rate-Limit-Reset", "" + reset);
  }
}
