package org.oktasync.record;

import java.util.Locale;
import org.oktasync.plan.Operation;

/** What runs are counted by; the lower-case names stand in the REST interface. */
public enum Tally {
  CREATED,
  UPDATED,
  RENAMED,
  DEACTIVATED,
  REACTIVATED,
  DELETED,
  ADOPTED,
  ADDED,
  REMOVED,
  UNCHANGED,
  SKIPPED,
  FAILED,
  RETIRED,
  WAITING,
  STAYING;

  /** The name in the REST interface, for example {@code created}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether what counts as this was written to the directory; adoption and waiting write links
   * alone.
   */
  public boolean written() {
    return switch (this) {
      case CREATED, UPDATED, RENAMED, DEACTIVATED, REACTIVATED, DELETED, ADDED, REMOVED, RETIRED ->
          true;
      case ADOPTED, UNCHANGED, SKIPPED, FAILED, WAITING, STAYING -> false;
    };
  }

  /** What an applied operation counts as. */
  public static Tally of(Operation operation) {
    return switch (operation) {
      case CREATE -> CREATED;
      case UPDATE, RESTORE -> UPDATED;
      case RENAME -> RENAMED;
      case REACTIVATE -> REACTIVATED;
      case DEACTIVATE -> DEACTIVATED;
      case DELETE -> DELETED;
      case ADOPT -> ADOPTED;
      case ADD -> ADDED;
      case REMOVE -> REMOVED;
      case LEAVE -> SKIPPED;
      case RETIRE, ARCHIVE -> RETIRED;
      case WAIT -> WAITING;
      case STAY -> STAYING;
    };
  }
}
