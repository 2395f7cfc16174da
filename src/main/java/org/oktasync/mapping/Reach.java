package org.oktasync.mapping;

/** Whether a connection is about a person. */
public enum Reach {
  /** It is. */
  IN_SCOPE,
  /** It is not, though the source has the person. */
  OUT_OF_SCOPE,
  /** An administrator named the person as one who is never touched. */
  EXCLUDED
}
