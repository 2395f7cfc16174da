package org.oktasync.okta;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How many objects a call for a list may bring, as Okta documents it. A list that is not named here
 * is asked without a limit.
 */
final class PageLimits {
  /**
   * The limits of one list.
   *
   * @param least the smallest that Okta takes
   * @param best what takes few calls and is safe
   * @param most the largest that Okta takes
   */
  private record Limits(Pattern path, int least, int best, int most) {}

  private static final List<Limits> KNOWN =
      List.of(
          limits("/api/v1/users", 1, 200, 200),
          limits("/api/v1/users/[^/]+/groups", 1, 200, 200),
          limits("/api/v1/groups", 1, 200, 10_000),
          limits("/api/v1/groups/[^/]+/users", 1, 200, 1_000),
          limits("/api/v1/groups/[^/]+/apps", 1, 200, 200),
          limits("/api/v1/apps", 1, 200, 200),
          limits("/api/v1/apps/[^/]+/users", 1, 500, 500),
          limits("/api/v1/apps/[^/]+/groups", 20, 200, 200),
          limits("/api/v1/devices", 1, 200, 200),
          limits("/api/v1/iam/assignees/users", 1, 100, 100),
          limits("/api/v1/logs", 1, 1_000, 1_000));

  private PageLimits() {}

  private static Limits limits(String path, int least, int best, int most) {
    return new Limits(Pattern.compile(path), least, best, most);
  }

  /**
   * The address with a fitting limit: the one that is asked for, as near as Okta allows; else the
   * one that stands in the address; else the best.
   *
   * @param asked objects for each call; 0 when nobody cares
   */
  static ListAddress fitted(ListAddress address, int asked) {
    if (asked == 0 && address.hasLimit()) {
      return address;
    }
    return KNOWN.stream()
        .filter(known -> known.path().matcher(address.path()).matches())
        .findFirst()
        .map(
            known ->
                asked == 0 ? known.best() : Math.max(known.least(), Math.min(known.most(), asked)))
        .map(address::withLimit)
        .orElseGet(() -> asked == 0 ? address : address.withLimit(asked));
  }
}
