package org.oktasync.devkit.oktaorg;

import java.util.EnumSet;
import java.util.Set;

/** What can go wrong on demand. Most kinds strike requests; the last ones strike other things. */
public enum Fault {
  /** 429 whose reset lies {@code value} seconds ahead (2 if 0). */
  RATE_LIMITED,
  /** 429 without any rate limit header. */
  RATE_LIMITED_NO_RESET,
  /** 500 with Okta's error body. */
  STATUS_500,
  /** 502 with a gateway's HTML page. */
  STATUS_502,
  /** 503 with a gateway's HTML page. */
  STATUS_503,
  /** 504 with a gateway's HTML page. */
  STATUS_504,
  /** The connection ends after half of the announced body. */
  CUT_BODY,
  /** {@code value} milliseconds pass before the answer. */
  SLOW,
  /** The body takes {@code value} milliseconds. */
  SLOW_BODY,
  /** All Link values in one header, as some proxies write them. */
  MERGED_LINKS,
  /** Header names in lower case, as HTTP/2 gateways write them. */
  LOWER_CASE_HEADERS,
  /** Half of the JSON text, announced as if it were whole. */
  MALFORMED_JSON,
  /** 200 with a proxy's sign-in page. */
  LOGIN_PAGE,
  /** 302 to a sign-in page. */
  REDIRECT,
  /** 401 as for a revoked token. */
  TOKEN_REVOKED,
  /** 403 as for a token without the scope or the administrator role that a call needs. */
  FORBIDDEN,
  /** 404 as for a feature that the organisation has not licensed. */
  NOT_OFFERED,
  /** 409 as from something on the way that takes the call for a change. */
  CONFLICT,
  /** Half of a list and no link to the rest, while statistics still count all. */
  TRUNCATED_LIST,
  /** A list without anything in it and no link to the rest. */
  EMPTY_LIST,
  /** {@code expand=stats} is ignored. */
  NO_STATS,
  /** The next link leads to the same page again. */
  REPEATED_PAGE,
  /** Objects carry fields that nobody has heard of. */
  UNKNOWN_FIELDS,
  /** The objects of a page in an order drawn from the seed {@code value}. */
  SHUFFLED_PAGE,
  /** No Date header. */
  NO_DATE,
  /** Just before the answer, {@code value} random everyday changes happen (1 if 0). */
  CHURN,

  /** An event that is persisted {@code value} seconds late; all of them: a log that lags behind. */
  EVENT_LATE,
  /** An event that is persisted again, with the same uuid, {@code value} seconds later. */
  EVENT_TWICE,
  /** An event that never comes. */
  EVENT_LOST,
  /** A group whose statistics count {@code value} people too many, or too few if negative. */
  WRONG_COUNT,
  /** A group whose members change without a trace in its lastMembershipUpdated. */
  STALE_MEMBERSHIP_TIME;

  private static final Set<Fault> OF_EVENTS = EnumSet.of(EVENT_LATE, EVENT_TWICE, EVENT_LOST);
  private static final Set<Fault> OF_GROUPS = EnumSet.of(WRONG_COUNT, STALE_MEMBERSHIP_TIME);

  /** Whether this kind strikes requests, not what happens inside the organisation. */
  boolean ofRequests() {
    return !OF_EVENTS.contains(this) && !OF_GROUPS.contains(this);
  }
}
