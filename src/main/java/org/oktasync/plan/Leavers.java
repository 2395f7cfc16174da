package org.oktasync.plan;

import java.util.Map;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.NamePatterns;

/**
 * What is done about people who are no longer there: three events with a policy each.
 *
 * @param inactive the source has the person as inactive
 * @param byStatus the same for single statuses of the source, where it differs
 * @param outOfScope the source has the person, active, but outside of what the connection is about
 * @param notFound the source no longer has the person
 * @param keptGroups groups that nobody leaves by {@link LeaverPolicy#REMOVE_GROUPS}
 */
public record Leavers(
    LeaverPolicy inactive,
    Map<String, LeaverPolicy> byStatus,
    LeaverPolicy outOfScope,
    LeaverPolicy notFound,
    NamePatterns keptGroups) {
  public Leavers {
    byStatus = Map.copyOf(byStatus);
  }

  /**
   * Why a person counts as no longer there, by its code in {@link Reasons}; empty when they do not.
   * Who is inactive is that first, in scope or not.
   *
   * @param desired null when the source no longer has the person
   */
  static String reason(DesiredAccount desired) {
    if (desired == null) {
      return Reasons.NOT_FOUND;
    } else if (desired.reach() == Reach.EXCLUDED) {
      return "";
    } else if (!desired.active()) {
      return Reasons.INACTIVE;
    }
    return desired.reach() == Reach.OUT_OF_SCOPE ? Reasons.OUT_OF_SCOPE : "";
  }

  /**
   * What is done about a person.
   *
   * @param desired null when the source no longer has the person
   */
  public LeaverPolicy policyFor(DesiredAccount desired) {
    return of(reason(desired), desired == null ? "" : desired.status());
  }

  /**
   * The policy for an event.
   *
   * @param reason its code in {@link Reasons}
   * @param status the source's status of the person; empty when it has none
   */
  LeaverPolicy of(String reason, String status) {
    return switch (reason) {
      case Reasons.INACTIVE -> byStatus.getOrDefault(status, inactive);
      case Reasons.OUT_OF_SCOPE -> outOfScope;
      case Reasons.NOT_FOUND -> notFound;
      default -> LeaverPolicy.KEEP;
    };
  }
}
