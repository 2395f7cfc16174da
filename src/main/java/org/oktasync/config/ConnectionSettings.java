package org.oktasync.config;

/**
 * Everything an administrator sets for one connection. Changing any of its {@link #rules} ends the
 * validity of plans made before.
 *
 * @param name unique among connections
 * @param baseUrl the organisation's address, scheme and host alone, for example {@code
 *     https://example.okta.com}
 * @param enabled whether runs may start
 * @param auth how the product signs in
 * @param directoryId the target directory
 * @param users what is done about people
 * @param groups what is done about groups
 * @param leavers what is done about people who are gone
 * @param guardrails the limits that stop a run
 * @param scope which people it is about
 * @param mapping which attribute feeds which
 * @param source how gently Okta is asked
 * @param schedule when runs start by themselves
 * @param notices who is written to about runs
 * @param login what happens when somebody signs in
 * @param assets how Okta's objects get into Assets
 * @param planHours how long a plan may be applied or approved, in hours
 */
public record ConnectionSettings(
    String name,
    String baseUrl,
    boolean enabled,
    AuthSettings auth,
    long directoryId,
    UserSettings users,
    GroupSettings groups,
    LeaverSettings leavers,
    GuardrailSettings guardrails,
    ScopeSettings scope,
    MappingSettings mapping,
    SourceSettings source,
    ScheduleSettings schedule,
    NoticeSettings notices,
    LoginSettings login,
    AssetsSettings assets,
    int planHours) {
  public ConnectionSettings {
    name = name == null ? null : name.strip();
  }

  /** The defaults of every setting; name, address and directory are empty. */
  public static ConnectionSettings defaults() {
    return new ConnectionSettings(
        "",
        "",
        true,
        new AuthSettings(AuthSettings.API_TOKEN),
        0,
        UserSettings.DEFAULTS,
        GroupSettings.DEFAULTS,
        LeaverSettings.DEFAULTS,
        GuardrailSettings.DEFAULTS,
        ScopeSettings.DEFAULTS,
        MappingSettings.DEFAULTS,
        SourceSettings.DEFAULTS,
        ScheduleSettings.DEFAULTS,
        NoticeSettings.DEFAULTS,
        LoginSettings.DEFAULTS,
        AssetsSettings.DEFAULTS,
        24);
  }

  /**
   * What decides about the changes that a run plans: all settings but the name, whether and when
   * runs start, who is told of them, whom leavers may ask, what happens at a login, how gently Okta
   * is asked, and how long plans hold. Two settings with equal rules plan alike.
   */
  public ConnectionSettings rules() {
    return new ConnectionSettings(
        "",
        baseUrl,
        true,
        auth,
        directoryId,
        users,
        groups,
        leavers.rules(),
        guardrails,
        scope,
        mapping,
        SourceSettings.DEFAULTS,
        ScheduleSettings.DEFAULTS,
        NoticeSettings.DEFAULTS,
        LoginSettings.DEFAULTS,
        assets.rules(),
        0);
  }

  /** The same settings with another schedule. */
  public ConnectionSettings scheduled(ScheduleSettings other) {
    return new ConnectionSettings(
        name,
        baseUrl,
        enabled,
        auth,
        directoryId,
        users,
        groups,
        leavers,
        guardrails,
        scope,
        mapping,
        source,
        other,
        notices,
        login,
        assets,
        planHours);
  }

  /** The same settings of a connection of which no run may start. */
  public ConnectionSettings switchedOff() {
    return new ConnectionSettings(
        name,
        baseUrl,
        false,
        auth,
        directoryId,
        users,
        groups,
        leavers,
        guardrails,
        scope,
        mapping,
        source,
        schedule,
        notices,
        login,
        assets,
        planHours);
  }

  /** The same settings with others of Assets. */
  public ConnectionSettings withAssets(AssetsSettings other) {
    return new ConnectionSettings(
        name,
        baseUrl,
        enabled,
        auth,
        directoryId,
        users,
        groups,
        leavers,
        guardrails,
        scope,
        mapping,
        source,
        schedule,
        notices,
        login,
        other,
        planHours);
  }

  /** The same settings with a normalised address and another target directory. */
  public ConnectionSettings at(String url, long directory) {
    return new ConnectionSettings(
        name.strip(),
        url,
        enabled,
        auth,
        directory,
        users,
        groups,
        leavers,
        guardrails,
        scope,
        mapping,
        source,
        schedule,
        notices,
        login,
        assets,
        planHours);
  }
}
