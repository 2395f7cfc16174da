package org.oktasync.config;

/**
 * Who and what a reading of the source must contain; a list without them is not believed.
 *
 * @param user login, e-mail address or id of a person who is always there; empty for none
 * @param group name or id of a group that is always there; empty for none
 */
public record CanarySettings(String user, String group) {
  /** Nobody is looked for. */
  public static final CanarySettings NONE = new CanarySettings("", "");

  public CanarySettings {
    user = user.strip();
    group = group.strip();
  }
}
