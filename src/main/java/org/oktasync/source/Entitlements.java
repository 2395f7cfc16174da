package org.oktasync.source;

import java.util.List;
import org.oktasync.model.SourceValue;

/**
 * What one person has.
 *
 * @param groups the groups that they are a direct member of
 * @param apps the applications that they may use, through groups and by themselves
 * @param roles the admin roles that they have, through groups and by themselves
 */
public record Entitlements(Held groups, Held apps, Held roles) {
  /**
   * Things of one kind.
   *
   * @param objects in ascending order of their ids, each once
   * @param complete whether nothing is missing, but for what {@link EntitlementReading#uncertain}
   *     names
   */
  public record Held(List<SourceValue.Fields> objects, boolean complete) {}

  /** What they have of a kind. */
  public Held held(EntitlementKind kind) {
    return switch (kind) {
      case GROUPS -> groups;
      case APPS -> apps;
      case ROLES -> roles;
    };
  }
}
