package org.oktasync.devkit.oktaorg;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls under {@code /api/v1/apps}, and what people and groups show of applications. */
final class AppsApi {
  private static final int PAGE_MAX = 200;
  private static final int USERS_PAGE = 50;
  private static final int USERS_PAGE_MAX = 500;
  private static final int GROUPS_PAGE = 20;
  private static final Filter<App> FILTER =
      new Filter<>(
          Map.of(
              "id eq", (app, id) -> id.equals(app.id()),
              "name eq", (app, name) -> name.equals(app.name()),
              "status eq", (app, status) -> status.equals(app.active() ? "ACTIVE" : "INACTIVE")),
          Map.of());

  private final Directory directory;
  private final Applications apps;
  private final Pages pages;

  AppsApi(Directory directory, Applications apps, Pages pages) {
    this.directory = directory;
    this.apps = apps;
    this.pages = pages;
  }

  void register(Router router) {
    String one = "/api/v1/apps/{id}";
    String user = one + "/users/{user}";
    String group = one + "/groups/{group}";
    router
        .on("GET", "/api/v1/apps", (call, args) -> list(call))
        .on("GET", one, (call, args) -> one(call, apps.app(args.get(0))))
        .on("GET", one + "/users", (call, args) -> users(call, apps.app(args.get(0))))
        .on("POST", one + "/users", (call, args) -> assign(call, args.get(0), id(call)))
        .on("GET", user, (call, args) -> user(call, apps.app(args.get(0)), args.get(1)))
        .on("POST", user, (call, args) -> update(call, apps.app(args.get(0)), args.get(1)))
        .on("DELETE", user, (call, args) -> done(() -> leave(args)))
        .on("GET", one + "/groups", (call, args) -> groups(call, apps.app(args.get(0))))
        .on("GET", group, (call, args) -> group(call, apps.app(args.get(0)), args.get(1)))
        .on("PUT", group, (call, args) -> join(call, args))
        .on("DELETE", group, (call, args) -> done(() -> part(args)))
        .on("GET", "/api/v1/groups/{id}/apps", (call, args) -> ofGroup(call, args.get(0)))
        .on("GET", "/api/v1/users/{id}/appLinks", (call, args) -> links(call, args.get(0)));
  }

  private Answer list(Call call) {
    String filter = call.parameter("filter");
    String q = call.parameter("q");
    Predicate<App> wanted =
        filter != null
            ? FILTER.parse(filter)
            : app -> app.active() || call.flag("includeNonDeleted", false);
    Predicate<App> named =
        q == null
            ? wanted
            : wanted.and(app -> startsWith(app.name(), q) || startsWith(app.label(), q));
    // Without a limit Okta gives all of them in one page.
    boolean limited = call.parameter("limit") != null || pages.cap() > 0;
    return pages.page(
        call,
        limited ? pages.limit(call, PAGE_MAX, PAGE_MAX) : Math.max(1, apps.all().size()),
        (after, limit) -> apps.list(after, limit, named),
        App::number,
        app -> AppJson.app(app, call.base()));
  }

  private static Answer one(Call call, App app) {
    return Answer.of(AppJson.app(app, call.base()));
  }

  private Answer users(Call call, App app) {
    String q = call.parameter("q");
    boolean whole = whole(call);
    return pages.page(
        call,
        strictLimit(call, USERS_PAGE, 1, USERS_PAGE_MAX),
        (after, limit) -> apps.users(app.id(), after, limit, user -> q == null || hit(user, q)),
        User::number,
        user -> AppJson.user(app, assigned(app, user), whole, call.base()));
  }

  private static boolean hit(User user, String q) {
    return Stream.of("login", "firstName", "lastName", "email")
        .map(user::text)
        .anyMatch(text -> text != null && startsWith(text, q));
  }

  private static boolean startsWith(String text, String q) {
    return text.regionMatches(true, 0, q, 0, q.length());
  }

  private static boolean whole(Call call) {
    String expand = call.parameter("expand");
    if (expand != null && !expand.equals("user")) {
      throw OktaError.invalid("expand", "must be user");
    }
    return expand != null;
  }

  private Applications.AppUser assigned(App app, User user) {
    return apps.user(app, user).orElseThrow(() -> OktaError.notFound("AppUser", user.id()));
  }

  private Answer user(Call call, App app, String userId) {
    User user = directory.user(userId);
    return Answer.of(AppJson.user(app, assigned(app, user), whole(call), call.base()));
  }

  private static String id(Call call) {
    if (Json.object(call.body()).get("id") instanceof String id) {
      return id;
    }
    throw OktaError.invalid("id", "The field cannot be left blank");
  }

  private Answer assign(Call call, String appId, String userId) {
    Map<String, Object> body = Json.object(call.body());
    if (body.get("scope") != null && !"USER".equals(body.get("scope"))) {
      throw OktaError.invalid("scope", "People come through groups by being their members");
    }
    App app =
        apps.assignUser(appId, userId, body.containsKey("profile") ? call.profile() : Map.of());
    return user(call, app, userId);
  }

  private Answer update(Call call, App app, String userId) {
    assigned(app, directory.user(userId));
    return user(call, apps.assignUser(app.id(), userId, call.profile()), userId);
  }

  private void leave(List<String> appAndUser) {
    apps.unassignUser(appAndUser.get(0), appAndUser.get(1));
  }

  private Answer groups(Call call, App app) {
    String q = call.parameter("q");
    List<Group> assigned =
        app.groups().keySet().stream()
            .map(directory::group)
            .filter(group -> q == null || startsWith(group.name(), q))
            .toList();
    int size = strictLimit(call, GROUPS_PAGE, GROUPS_PAGE, PAGE_MAX);
    return pages.page(
        call,
        size,
        (after, limit) -> Slice.of(assigned, after, limit),
        assigned::indexOf,
        group -> AppJson.group(app, group.id(), call.base()));
  }

  private Answer group(Call call, App app, String groupId) {
    Applications.requireGroup(app, groupId);
    return Answer.of(AppJson.group(app, groupId, call.base()));
  }

  private Answer join(Call call, List<String> appAndGroup) {
    App app = apps.assignGroup(appAndGroup.get(0), appAndGroup.get(1));
    return group(call, app, appAndGroup.get(1));
  }

  private void part(List<String> appAndGroup) {
    apps.unassignGroup(appAndGroup.get(0), appAndGroup.get(1));
  }

  private Answer ofGroup(Call call, String groupId) {
    Group group = directory.group(groupId);
    return pages.page(
        call,
        pages.limit(call, GROUPS_PAGE, PAGE_MAX),
        (after, limit) -> apps.list(after, limit, app -> app.groups().containsKey(group.id())),
        App::number,
        app -> AppJson.app(app, call.base()));
  }

  private Answer links(Call call, String idOrLogin) {
    User user = directory.find(idOrLogin);
    List<App> mine = apps.of(user);
    return Answer.of(
        IntStream.range(0, mine.size())
            .mapToObj(i -> AppJson.link(mine.get(i), user, i, call.base()))
            .toList());
  }

  /** A limit outside what Okta documents is refused, not corrected. */
  private int strictLimit(Call call, int standard, int min, int max) {
    int wanted = pages.limit(call, standard, Integer.MAX_VALUE);
    if (call.parameter("limit") != null) {
      int asked = Integer.parseInt(call.parameter("limit"));
      if (asked < min || asked > max) {
        throw OktaError.invalid("limit", "must be from " + min + " to " + max);
      }
    }
    return wanted;
  }

  private static Answer done(Runnable change) {
    change.run();
    return Answer.empty(204);
  }
}
