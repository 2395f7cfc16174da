package org.oktasync.plan;

/** What is done to a thing; the lower-case names stand in the REST interface. */
public enum Operation {
  CREATE(false),
  UPDATE(false),
  RENAME(false),
  REACTIVATE(false),
  DEACTIVATE(true),
  DELETE(true),
  ADOPT(false),
  ADD(false),
  REMOVE(true),
  /** Nothing is done, and the reason says why. */
  LEAVE(false),
  /** An object of Assets is given the status of missing ones. */
  RETIRE(true),
  /** An object of Assets is archived. */
  ARCHIVE(true),
  /** An object of Assets that was retired or archived comes back. */
  RESTORE(false),
  /** An account begins to wait to be deactivated. */
  WAIT(false),
  /** An account that waited to be deactivated stays. */
  STAY(false);

  private final boolean destructive;

  Operation(boolean destructive) {
    this.destructive = destructive;
  }

  /** Whether it takes something away from a person. */
  public boolean destructive() {
    return destructive;
  }

  /** The name in the REST interface, for example {@code create}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
