package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Map;

/**
 * One person of the organisation, unchanging: every change makes a new value.
 *
 * @param number position in lists, never shown to clients
 * @param id Okta's id, 20 characters
 * @param typeId id of the user type, which decides the profile schema
 * @param status where the person stands in the life cycle
 * @param created when the person was created
 * @param activated when the person was invited, or null
 * @param statusChanged when the status changed last, or null
 * @param lastLogin when the person last signed in, or null
 * @param lastUpdated when profile or status changed last
 * @param passwordChanged when the password was set, null for "has none"
 * @param profile attributes by name; absent attributes have no entry
 */
public record User(
    int number,
    String id,
    String typeId,
    UserStatus status,
    Instant created,
    Instant activated,
    Instant statusChanged,
    Instant lastLogin,
    Instant lastUpdated,
    Instant passwordChanged,
    Map<String, Object> profile) {

  /** The text of an attribute, or null if it is absent. */
  public String text(String attribute) {
    Object value = profile.get(attribute);
    return value == null ? null : value.toString();
  }

  /** The sign-in name. */
  public String login() {
    return text("login");
  }

  User withProfile(Map<String, Object> next, Instant now) {
    return new User(
        number,
        id,
        typeId,
        status,
        created,
        activated,
        statusChanged,
        lastLogin,
        now,
        passwordChanged,
        next);
  }

  User withStatus(UserStatus next, Instant now) {
    boolean gone = next == UserStatus.DEPROVISIONED;
    boolean invited = activated == null && next != UserStatus.STAGED && !gone;
    boolean signedUp = next == UserStatus.ACTIVE && passwordChanged == null;
    return new User(
        number,
        id,
        typeId,
        next,
        created,
        invited ? now : activated,
        now,
        lastLogin,
        now,
        gone ? null : signedUp ? now : passwordChanged,
        profile);
  }
}
