package org.oktasync.source;

import java.util.Locale;

/** Things beside groups that people have, and of whose changes a source may tell. */
public enum ThingKind {
  /** Applications. */
  APPS,
  /** Roles in the administration of the source. */
  ROLES,
  /** Devices. */
  DEVICES;

  /** The stable name in lists and mappings, for example {@code apps}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
