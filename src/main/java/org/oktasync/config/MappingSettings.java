package org.oktasync.config;

/**
 * Which Okta attribute feeds which Jira attribute, as dotted paths. When the display name is empty,
 * first and last name are joined; when they are empty too, the login is shown.
 *
 * @param username the name to sign in with
 * @param email the e-mail address
 * @param displayName the name that people see
 */
public record MappingSettings(String username, String email, String displayName) {
  /** Okta's own profile attributes. */
  public static final MappingSettings DEFAULTS =
      new MappingSettings("profile.login", "profile.email", "profile.displayName");
}
