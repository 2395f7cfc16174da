package org.oktasync.source;

import java.util.Locale;

/** What somebody may have in the source. */
public enum EntitlementKind {
  /** Membership of a group. */
  GROUPS,
  /** An application that the person may use. */
  APPS,
  /** A role in the administration of the source. */
  ROLES;

  /** The stable name in lists and mappings, for example {@code groups}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
