package org.oktasync.devkit.oktaorg;

/** What can go wrong on demand. */
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
  /** Half of a list and no link to the rest, while statistics still count all. */
  TRUNCATED_LIST,
  /** {@code expand=stats} is ignored. */
  NO_STATS,
  /** The next link leads to the same page again. */
  REPEATED_PAGE,
  /** Objects carry fields that nobody has heard of. */
  UNKNOWN_FIELDS
}
