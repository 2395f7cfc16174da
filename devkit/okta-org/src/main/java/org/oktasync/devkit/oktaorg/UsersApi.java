package org.oktasync.devkit.oktaorg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls under {@code /api/v1/users}. */
final class UsersApi {
  private static final int PAGE = 200;
  private static final int QUERY_PAGE = 10;
  private static final Pattern PROFILE_FIELDS = Pattern.compile("profile:\\(([^()]*)\\)");
  private static final Filter<User> FILTER =
      new Filter<>(
          Map.of(
              "id eq", (user, id) -> id.equals(user.id()),
              "status eq", (user, status) -> status.equals(user.status().name()),
              "profile.login eq", (user, login) -> login.equals(user.login()),
              "profile.email eq", (user, email) -> email.equals(user.text("email")),
              "profile.firstName eq", (user, name) -> name.equals(user.text("firstName")),
              "profile.lastName eq", (user, name) -> name.equals(user.text("lastName"))),
          Map.of("lastUpdated", User::lastUpdated));

  private final Directory directory;
  private final Pages pages;
  private final String ownerId;

  UsersApi(Directory directory, Pages pages, String ownerId) {
    this.directory = directory;
    this.pages = pages;
    this.ownerId = ownerId;
  }

  void register(Router router) {
    router
        .on("GET", "/api/v1/users", (call, args) -> list(call))
        .on("POST", "/api/v1/users", (call, args) -> create(call))
        .on("GET", "/api/v1/users/{id}", (call, args) -> one(call, find(args.get(0))))
        .on("POST", "/api/v1/users/{id}", (call, args) -> update(call, args.get(0), true))
        .on("PUT", "/api/v1/users/{id}", (call, args) -> update(call, args.get(0), false))
        .on("DELETE", "/api/v1/users/{id}", (call, args) -> delete(args.get(0)))
        .on("GET", "/api/v1/users/{id}/groups", (call, args) -> groups(call, args.get(0)));
    for (Lifecycle step : Lifecycle.values()) {
      String path = "/api/v1/users/{id}/lifecycle/" + step.verb();
      router.on("POST", path, (call, args) -> transition(call, args.get(0), step));
    }
  }

  private Answer list(Call call) {
    Pages.oneWay(call);
    OktaJson.Projection wanted = projection(call, true);
    Function<User, ?> shape = user -> OktaJson.user(user, wanted, call.base());
    String q = call.parameter("q");
    if (q != null) {
      int limit = pages.limit(call, QUERY_PAGE, PAGE);
      Predicate<User> hit = user -> listed(user) && startsWith(user, q);
      return Answer.of(directory.users(-1, limit, hit).items().stream().map(shape).toList());
    }
    if (call.parameter("search") != null) {
      return found(call, shape);
    }
    String filter = call.parameter("filter");
    Predicate<User> condition = filter == null ? UsersApi::listed : FILTER.parse(filter);
    return pages.page(
        call,
        pages.limit(call, PAGE, PAGE),
        (after, limit) -> directory.users(after, limit, condition),
        User::number,
        shape);
  }

  private Answer found(Call call, Function<User, ?> shape) {
    Search<User> search = search();
    Predicate<User> condition = search.parse(call.parameter("search"));
    String sortBy = call.parameter("sortBy");
    Comparator<User> order =
        sortBy == null
            ? Comparator.comparing(User::number)
            : search.order(sortBy, call.parameter("sortOrder"), User::id);
    return pages.page(
        call,
        pages.limit(call, PAGE, PAGE),
        (after, limit) -> directory.users(after, limit, condition, order),
        User::number,
        shape);
  }

  private Search<User> search() {
    Map<String, Search.Type> profile = new HashMap<>();
    directory.types().all().forEach(type -> profile.putAll(type.schema().types()));
    return new Search<>(
        Map.of(
            "id", new Search.Attribute<>(Search.Type.TEXT, User::id),
            "status", new Search.Attribute<>(Search.Type.TEXT, User::status),
            "created", new Search.Attribute<>(Search.Type.TIME, User::created),
            "activated", new Search.Attribute<>(Search.Type.TIME, User::activated),
            "statusChanged", new Search.Attribute<>(Search.Type.TIME, User::statusChanged),
            "lastUpdated", new Search.Attribute<>(Search.Type.TIME, User::lastUpdated),
            "type.id", new Search.Attribute<>(Search.Type.TEXT, User::typeId)),
        profile,
        (user, name) -> user.profile().get(name),
        Set.of("profile.firstName", "profile.lastName", "profile.email", "profile.login"));
  }

  /** Whether the plain list shows a person. */
  static boolean listed(User user) {
    return user.status() != UserStatus.DEPROVISIONED;
  }

  private static boolean startsWith(User user, String q) {
    return Stream.of("firstName", "lastName", "email")
        .map(user::text)
        .anyMatch(text -> text != null && text.regionMatches(true, 0, q, 0, q.length()));
  }

  static OktaJson.Projection projection(Call call, boolean fieldsAllowed) {
    String[] type = call.header("content-type").split("okta-response=", 2);
    boolean credentials = type.length < 2 || !words(type[1]).contains("omitCredentials");
    String fields = call.parameter("fields");
    if (fields == null || !fieldsAllowed) {
      return new OktaJson.Projection(null, null, credentials);
    }
    Matcher profile = PROFILE_FIELDS.matcher(fields);
    Set<String> attributes = profile.find() ? words(profile.group(1)) : null;
    return new OktaJson.Projection(words(profile.replaceAll("profile")), attributes, credentials);
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split("[,;\"]", -1)).map(String::strip).collect(Collectors.toSet());
  }

  private User find(String idOrLogin) {
    if (idOrLogin.contains("/")) {
      // Okta cannot look such a login up; its id is the only way.
      throw OktaError.notFound("User", idOrLogin);
    }
    return idOrLogin.equals("me") ? directory.user(ownerId) : directory.find(idOrLogin);
  }

  private static Answer one(Call call, User user) {
    return Answer.of(OktaJson.user(user, projection(call, false), call.base()));
  }

  private Answer create(Call call) {
    Map<String, Object> body = Json.object(call.body());
    boolean password =
        body.get("credentials") instanceof Map<?, ?> given && given.containsKey("password");
    String type = body.get("type") instanceof Map<?, ?> given ? "" + given.get("id") : null;
    List<String> groups =
        body.get("groupIds") instanceof List<?> ids
            ? ids.stream().map(String::valueOf).toList()
            : List.of();
    boolean activate = call.flag("activate", true);
    return one(call, directory.create(call.profile(), type, activate, password, groups));
  }

  private Answer update(Call call, String id, boolean partial) {
    return one(call, directory.update(find(id).id(), call.profile(), partial));
  }

  private Answer delete(String id) {
    directory.delete(find(id).id());
    return Answer.empty(204);
  }

  private Answer groups(Call call, String id) {
    String userId = find(id).id();
    return pages.page(
        call,
        pages.limit(call, PAGE, PAGE),
        (after, limit) -> directory.groupsOf(userId, after, limit),
        Group::number,
        group -> OktaJson.group(group, null, call.base()));
  }

  private Answer transition(Call call, String id, Lifecycle step) {
    User user = directory.transition(find(id).id(), step);
    boolean mails = step == Lifecycle.ACTIVATE || step == Lifecycle.REACTIVATE;
    if (mails && !call.flag("sendEmail", step == Lifecycle.ACTIVATE)) {
      String address = call.base() + "/welcome/" + user.id();
      return Answer.of(Map.of("activationToken", user.id(), "activationUrl", address));
    }
    return step == Lifecycle.EXPIRE_PASSWORD ? one(call, user) : Answer.of(Map.of());
  }
}
