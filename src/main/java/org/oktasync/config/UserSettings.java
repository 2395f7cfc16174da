package org.oktasync.config;

import java.util.List;

/**
 * What is done about people.
 *
 * @param create whether people without an account get one
 * @param update whether names and e-mail addresses are kept in step
 * @param reactivate whether a person who is active again gets the account back
 * @param mode {@code create-and-update} or {@code match-only}
 * @param adopt {@code never}, {@code confirmed} or {@code automatic}: what happens when the account
 *     exists already without a link
 * @param correlate rules of first contact, in order: {@code login}, {@code email}, or {@code
 *     property:} and the key of an attribute of the administrator's own that the mapping fills
 * @param inactiveStatuses Okta statuses that count as inactive
 */
public record UserSettings(
    boolean create,
    boolean update,
    boolean reactivate,
    String mode,
    String adopt,
    List<String> correlate,
    List<String> inactiveStatuses) {
  public static final String CREATE_AND_UPDATE = "create-and-update";
  public static final String MATCH_ONLY = "match-only";
  public static final String ADOPT_NEVER = "never";
  public static final String ADOPT_CONFIRMED = "confirmed";
  public static final String ADOPT_AUTOMATIC = "automatic";

  /** Safe defaults: nobody is adopted unless an administrator confirms it. */
  public static final UserSettings DEFAULTS =
      new UserSettings(
          true,
          true,
          true,
          CREATE_AND_UPDATE,
          ADOPT_CONFIRMED,
          List.of("login", "email"),
          List.of("STAGED", "SUSPENDED", "DEPROVISIONED"));

  public UserSettings {
    correlate = List.copyOf(correlate);
    inactiveStatuses = List.copyOf(inactiveStatuses);
  }
}
