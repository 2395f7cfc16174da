package org.oktasync.okta;

import java.net.URI;

/** The parts of Okta's interface whose rate limits are counted apart. */
enum RateBucket {
  USERS("/api/v1/users"),
  USER("/api/v1/users/[^/]+"),
  GROUPS("/api/v1/groups"),
  GROUP("/api/v1/groups/[^/]+"),
  MEMBERS("/api/v1/groups/[^/]+/users"),
  GROUP_APPS("/api/v1/groups/[^/]+/apps"),
  APP("/api/v1/apps/[^/]+"),
  APPS("/api/v1/apps(/.+)?"),
  DEVICES("/api/v1/devices"),
  LOG("/api/v1/logs"),
  OTHER(".*");

  private final String path;

  RateBucket(String path) {
    this.path = path;
  }

  /** The bucket that a request counts against. */
  static RateBucket of(URI uri) {
    for (RateBucket bucket : values()) {
      if (uri.getPath().matches(bucket.path)) {
        return bucket;
      }
    }
    return OTHER;
  }
}
