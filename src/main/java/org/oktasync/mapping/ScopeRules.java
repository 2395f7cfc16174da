package org.oktasync.mapping;

import java.util.Set;
import org.oktasync.model.NamePatterns;
import org.oktasync.model.SourceUser;

/**
 * Which of the people whom the source answers with a connection is about, as far as that can be
 * seen in the people themselves.
 *
 * @param statuses the statuses of the source that are wanted; empty for all
 * @param excluded names and patterns of logins, e-mail addresses, ids and user names of people who
 *     are never touched
 */
public record ScopeRules(Set<String> statuses, NamePatterns excluded) {
  /** Everybody. */
  public static final ScopeRules EVERYBODY =
      new ScopeRules(Set.of(), new NamePatterns(java.util.List.of()));

  public ScopeRules {
    statuses = Set.copyOf(statuses);
  }

  /**
   * Whether the connection is about a person.
   *
   * @param userName the name that the person would have in Jira; may be empty
   */
  Reach reach(SourceUser user, String userName) {
    boolean isExcluded =
        excluded.matchesText(userName)
            || excluded.matchesText(user.id().value())
            || excluded.matchesText(user.attributes().text("profile.login"))
            || excluded.matchesText(user.attributes().text("profile.email"));
    if (isExcluded) {
      return Reach.EXCLUDED;
    }
    boolean wanted = statuses.isEmpty() || statuses.contains(user.status());
    return wanted ? Reach.IN_SCOPE : Reach.OUT_OF_SCOPE;
  }
}
