package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The organisation's applications and who may use them: people assigned directly, and those of
 * assigned groups. A deactivated person uses none, and loses direct assignments for good.
 *
 * <p>Okta also writes an event for each person who comes to an application through a group; this
 * organisation writes one for the group alone. Safe for many threads.
 */
public final class Applications implements Directory.Dependant {
  private final Directory directory;
  private final Ids ids;
  private final ProfileSchema schema = new ProfileSchema("app-schema.json");
  private final Table<App> rows = new Table<>();

  /**
   * Somebody who may use an application.
   *
   * @param group the group through which they may; null for a direct assignment
   * @param since when it came to be
   * @param profile attributes of the application's own profile
   */
  record AppUser(User user, String group, Instant since, Map<String, Object> profile) {}

  Applications(Directory directory, Ids ids) {
    this.directory = directory;
    this.ids = ids;
    directory.tell(this);
  }

  ProfileSchema schema() {
    return schema;
  }

  /** Adds an application without assignments, as an administrator does in the console. */
  public App add(String name, String label, String signOnMode) {
    synchronized (directory) {
      App app = load(name, label, signOnMode);
      tell(EventType.APP_CREATED, LogEvent.Party.of(app));
      return app;
    }
  }

  /** Puts an application without assignments in place, without an event. */
  App load(String name, String label, String signOnMode) {
    synchronized (directory) {
      Instant now = directory.now();
      return put(
          new App(
              rows.nextNumber(),
              ids.next("0oa"),
              name,
              label,
              true,
              signOnMode,
              now,
              now,
              Map.of(),
              Map.of()));
    }
  }

  /** Switches an application on or off; assignments stay. */
  public App setActive(String id, boolean active) {
    synchronized (directory) {
      App app = app(id);
      if (app.active() != active) {
        EventType type = active ? EventType.APP_ACTIVATED : EventType.APP_DEACTIVATED;
        tell(type, LogEvent.Party.of(app));
      }
      return put(app.withActive(active, directory.now()));
    }
  }

  /** Gives an application another label. */
  public App rename(String id, String label) {
    synchronized (directory) {
      App app = app(id).withLabel(label, directory.now());
      tell(EventType.APP_UPDATED, LogEvent.Party.of(app));
      return put(app);
    }
  }

  /** Every application in list order. */
  public List<App> all() {
    synchronized (directory) {
      return rows.all();
    }
  }

  Slice<App> list(int after, int limit, Predicate<App> wanted) {
    synchronized (directory) {
      return rows.after(after, limit, wanted);
    }
  }

  /**
   * The application with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public App app(String id) {
    synchronized (directory) {
      App app = rows.get(id);
      if (app == null) {
        throw OktaError.notFound("AppInstance", id);
      }
      return app;
    }
  }

  /** Lets the members of a group use an application; nothing happens if they may already. */
  public App assignGroup(String appId, String groupId) {
    synchronized (directory) {
      App app = app(appId);
      Group group = directory.group(groupId);
      if (app.groups().containsKey(groupId)) {
        return app;
      }
      tell(EventType.APP_GROUP_ADDED, LogEvent.Party.of(group), LogEvent.Party.of(app));
      return put(app.withGroup(groupId, directory.now()));
    }
  }

  /**
   * Ends what {@link #assignGroup} began.
   *
   * @throws OktaError E0000007 if the group is not assigned
   */
  public void unassignGroup(String appId, String groupId) {
    synchronized (directory) {
      App app = app(appId);
      requireGroup(app, groupId);
      Group group = directory.group(groupId);
      tell(EventType.APP_GROUP_REMOVED, LogEvent.Party.of(group), LogEvent.Party.of(app));
      put(app.withoutGroup(groupId, directory.now()));
    }
  }

  /**
   * Throws unless a group is assigned to an application.
   *
   * @throws OktaError E0000007
   */
  static void requireGroup(App app, String groupId) {
    if (!app.groups().containsKey(groupId)) {
      throw OktaError.notFound("AppGroupAssignment", groupId);
    }
  }

  /**
   * Assigns a person directly, or gives a person who is assigned another profile.
   *
   * @param profile checked against the application's schema, without what follows from the person
   * @throws OktaError if the person is deactivated or the profile does not fit
   */
  public App assignUser(String appId, String userId, Map<String, Object> profile) {
    synchronized (directory) {
      App app = app(appId);
      User user = directory.user(userId);
      if (user.status() == UserStatus.DEPROVISIONED) {
        throw OktaError.invalid("id", "A deactivated user cannot be assigned");
      }
      schema.check(profile(user, profile));
      EventType type =
          app.users().containsKey(userId) ? EventType.APP_USER_UPDATED : EventType.APP_USER_ADDED;
      tell(type, LogEvent.Party.of(user), LogEvent.Party.of(app));
      Instant now = directory.now();
      return put(app.withUser(userId, new App.Direct(now, profile), now));
    }
  }

  /**
   * Ends a direct assignment.
   *
   * @throws OktaError E0000007 if there is none
   */
  public void unassignUser(String appId, String userId) {
    synchronized (directory) {
      App app = app(appId);
      if (!app.users().containsKey(userId)) {
        throw OktaError.notFound("AppUser", userId);
      }
      User user = directory.user(userId);
      tell(EventType.APP_USER_REMOVED, LogEvent.Party.of(user), LogEvent.Party.of(app));
      put(app.withoutUser(userId, directory.now()));
    }
  }

  /** Whether and how a person may use an application. */
  Optional<AppUser> user(App app, User user) {
    synchronized (directory) {
      if (user.status() == UserStatus.DEPROVISIONED) {
        return Optional.empty();
      }
      App.Direct direct = app.users().get(user.id());
      if (direct != null) {
        Map<String, Object> profile = profile(user, direct.profile());
        return Optional.of(new AppUser(user, null, direct.since(), profile));
      }
      return app.groups().entrySet().stream()
          .filter(entry -> holds(entry.getKey(), user))
          .findFirst()
          .map(
              entry ->
                  new AppUser(user, entry.getKey(), entry.getValue(), profile(user, Map.of())));
    }
  }

  /**
   * The people who may use an application, in list order.
   *
   * @throws OktaError E0000007 if there is no such application
   */
  public List<User> users(String appId) {
    return users(appId, -1, Integer.MAX_VALUE, user -> true).items();
  }

  Slice<User> users(String appId, int after, int limit, Predicate<User> wanted) {
    synchronized (directory) {
      App app = app(appId);
      List<Members> members =
          app.groups().keySet().stream().map(id -> directory.group(id).members()).toList();
      Set<String> direct = app.users().keySet();
      return directory.users(
          after,
          limit,
          user ->
              user.status() != UserStatus.DEPROVISIONED
                  && (direct.contains(user.id())
                      || members.stream().anyMatch(some -> some.contains(user.number())))
                  && wanted.test(user));
    }
  }

  /** The applications that are switched on and that a person may use, in list order. */
  public List<App> of(User user) {
    synchronized (directory) {
      return rows.all().stream()
          .filter(app -> app.active() && user(app, user).isPresent())
          .toList();
    }
  }

  /** How many applications a group is assigned to. */
  int countOf(Group group) {
    synchronized (directory) {
      return (int) rows.all().stream().filter(app -> app.groups().containsKey(group.id())).count();
    }
  }

  /** Puts an application in place with all its assignments, without events. */
  void load(App app) {
    synchronized (directory) {
      put(app);
    }
  }

  @Override
  public void deactivated(User user) {
    leave(user, true);
  }

  @Override
  public void deleted(User user) {
    leave(user, false);
  }

  private void leave(User user, boolean told) {
    for (App app : rows.all()) {
      if (app.users().containsKey(user.id())) {
        if (told) {
          directory
              .events()
              .bySystem(
                  EventType.APP_USER_REMOVED, LogEvent.Party.of(user), LogEvent.Party.of(app));
        }
        put(app.withoutUser(user.id(), directory.now()));
      }
    }
  }

  @Override
  public void deleted(Group group) {
    for (App app : rows.all()) {
      if (app.groups().containsKey(group.id())) {
        put(app.withoutGroup(group.id(), directory.now()));
      }
    }
  }

  private boolean holds(String groupId, User user) {
    return directory.group(groupId).members().contains(user.number());
  }

  /** What the application knows of a person: what follows from them, and what was given to it. */
  private static Map<String, Object> profile(User user, Map<String, Object> own) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("userName", user.login());
    profile.put("displayName", user.text("displayName"));
    profile.put("email", user.text("email"));
    profile.values().removeIf(value -> value == null);
    profile.putAll(own);
    return profile;
  }

  private void tell(EventType type, LogEvent.Party... targets) {
    directory.events().byAdministrator(type, targets);
  }

  private App put(App app) {
    rows.put(app.id(), app.number(), app);
    return app;
  }
}
