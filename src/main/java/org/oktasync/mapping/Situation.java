package org.oktasync.mapping;

/** How a source object and the target stand to each other. */
public enum Situation {
  /** A stored link says what belongs to it, and that exists. */
  LINKED,
  /** Something matches, but no link says that it belongs here. */
  UNLINKED,
  /** Nothing in the target belongs to it. */
  UNMATCHED,
  /** Two claim one name, or a name belongs to somebody else. */
  DISPUTED,
  /** A link exists, but the source object is gone. */
  DELETED
}
