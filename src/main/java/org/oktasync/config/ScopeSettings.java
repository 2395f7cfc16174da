package org.oktasync.config;

import java.util.List;

/**
 * Which people a connection is about.
 *
 * @param people {@code everyone}, {@code groups}, {@code application}, {@code search} or {@code
 *     filter}
 * @param groups ids of the Okta groups whose members are meant
 * @param application id of the Okta application whose users are meant; empty for none
 * @param expression the condition, in Okta's own language
 * @param statuses the Okta statuses that are wanted; empty for all
 * @param excluded names and patterns with {@code *} of people who are never touched
 */
public record ScopeSettings(
    String people,
    List<String> groups,
    String application,
    String expression,
    List<String> statuses,
    List<String> excluded) {
  public static final String EVERYONE = "everyone";
  public static final String GROUPS = "groups";
  public static final String APPLICATION = "application";
  public static final String SEARCH = "search";
  public static final String FILTER = "filter";

  /** Everybody. */
  public static final ScopeSettings DEFAULTS =
      new ScopeSettings(EVERYONE, List.of(), "", "", List.of(), List.of());

  public ScopeSettings {
    groups = List.copyOf(groups);
    application = OktaAppId.of(application);
    expression = expression.strip();
    statuses = List.copyOf(statuses);
    excluded = List.copyOf(excluded);
  }
}
