package org.oktasync.devkit.oktaorg;

import java.util.List;

/**
 * What can be remarkable about a generated person, with its share of all people in thousandths and
 * how often it occurs at least among 20 people.
 */
enum Oddity {
  /** No display name, or no e-mail, or no last name. */
  MISSING_FIELD(20, 2, false),
  /** A login that only folds to another's (normal form, invisible space), or is illegal in Jira. */
  CLASHING_LOGIN(5, 2, false),
  /** A display name past 255 characters, or a login of Okta's greatest length. */
  LONG_VALUE(5, 1, false),
  /** An e-mail address that somebody else has too. */
  SHARED_EMAIL(10, 1, false),
  /** A login with an apostrophe, plus, number sign or slash. */
  PUNCTUATED_LOGIN(10, 2, true),
  /** A login in the person's own script. */
  FOREIGN_LOGIN(10, 1, true);

  /** Statuses other than ACTIVE with their shares in thousandths, most telling first. */
  static final List<Share> STATUSES =
      List.of(
          new Share(UserStatus.DEPROVISIONED, 30),
          new Share(UserStatus.SUSPENDED, 15),
          new Share(UserStatus.STAGED, 10),
          new Share(UserStatus.PROVISIONED, 10),
          new Share(UserStatus.PASSWORD_EXPIRED, 10),
          new Share(UserStatus.LOCKED_OUT, 7),
          new Share(UserStatus.RECOVERY, 3));

  /** How many of a thousand people have a status. */
  record Share(UserStatus status, int perMille) {
    int count(int people) {
      return atLeast(people >= 20 ? 1 : 0, people, perMille);
    }
  }

  private final int perMille;
  private final int least;
  private final boolean clean;

  Oddity(int perMille, int least, boolean clean) {
    this.perMille = perMille;
    this.least = least;
    this.clean = clean;
  }

  /** How many of {@code people} are like this; an organisation of clean data has fewer kinds. */
  int count(int people, boolean cleanData) {
    return cleanData && !clean ? 0 : atLeast(Math.min(least, people / 10), people, perMille);
  }

  private static int atLeast(int least, int people, int perMille) {
    return Math.max(least, Math.round(people * perMille / 1000f));
  }
}
