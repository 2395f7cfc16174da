package org.oktasync.run.read;

import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.Reasons;
import org.oktasync.record.Finding;

/**
 * People whose accounts are active although they are no longer there, or are never touched: their
 * memberships rest. What runs leave alone remembers them.
 */
final class RestingPeople {
  private static final Set<String> KEPT =
      Set.of(
          Reasons.KEPT_INACTIVE,
          Reasons.KEPT_OUT_OF_SCOPE,
          Reasons.KEPT_GONE,
          Reasons.DEACTIVATION_WAITS,
          Reasons.EXCLUDED);

  private RestingPeople() {}

  /** Those among what a connection leaves alone. */
  static Set<ExternalId> among(Set<Finding> standing) {
    return standing.stream()
        .filter(finding -> finding.kind() == EntityKind.USER)
        .filter(finding -> KEPT.contains(finding.reason()) || isProtectedLeaver(finding))
        .map(finding -> new ExternalId(finding.sourceId()))
        .collect(Collectors.toSet());
  }

  /** A protected account that is not deactivated is told with its own name, unlike one renamed. */
  private static boolean isProtectedLeaver(Finding finding) {
    return finding.reason().equals(Reasons.PROTECTED_ACCOUNT)
        && finding.detail().equals(finding.subject());
  }
}
