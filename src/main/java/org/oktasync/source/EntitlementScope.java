package org.oktasync.source;

import java.util.Set;

/**
 * Which entitlements are wanted.
 *
 * @param kinds what is read
 * @param builtInGroups whether groups that the source makes by itself (Okta's Everyone) count
 * @param directUsers applications whose users are read one by one, so that those who were assigned
 *     without a group are found; costs calls in proportion to their users
 */
public record EntitlementScope(
    Set<EntitlementKind> kinds, boolean builtInGroups, DirectUsers directUsers) {
  public EntitlementScope {
    kinds = Set.copyOf(kinds);
  }

  /** Whether a kind is wanted. */
  public boolean wants(EntitlementKind kind) {
    return kinds.contains(kind);
  }

  /**
   * A choice of applications.
   *
   * @param everyApp whether it is all of them
   * @param apps their ids if it is not
   */
  public record DirectUsers(boolean everyApp, Set<String> apps) {
    /** Of no application: assignments of groups alone. */
    public static final DirectUsers OF_NO_APP = new DirectUsers(false, Set.of());

    /** Of every application. */
    public static final DirectUsers OF_EVERY_APP = new DirectUsers(true, Set.of());

    public DirectUsers {
      apps = Set.copyOf(apps);
    }

    /** Whether those of this application are wanted. */
    public boolean of(String app) {
      return everyApp || apps.contains(app);
    }
  }
}
