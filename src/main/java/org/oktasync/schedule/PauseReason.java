package org.oktasync.schedule;

import org.oktasync.model.Message;

/** Why a schedule rests; all but the first pause it by themselves. */
public enum PauseReason {
  /** An administrator paused it. */
  BY_HAND("by-hand"),
  /** The rules are no longer those that somebody has looked at. */
  SETTINGS_CHANGED("settings-changed"),
  /** This Jira is not the one on which it was switched on. */
  SITE_CHANGED("site-changed");

  private final String label;

  PauseReason(String label) {
    this.label = label;
  }

  /** The name in the REST interface and in the database. */
  public String label() {
    return label;
  }

  /** Cause and remedy, for a person. */
  public Message message(String connection) {
    return Message.of("schedule-paused-" + label, connection);
  }

  /**
   * The reason with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PauseReason of(String label) {
    for (PauseReason reason : values()) {
      if (reason.label.equals(label)) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no schedule is paused for " + label);
  }
}
