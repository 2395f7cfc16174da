package org.oktasync.model;

/** The kinds of things that a run changes; their lower-case names stand in the REST interface. */
public enum EntityKind {
  USER,
  GROUP,
  MEMBERSHIP,
  OBJECT,
  LEAD;

  /** The name in the REST interface, for example {@code user}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
