package org.oktasync.devkit.oktaorg;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The calls under {@code /api/v1/groups}. */
final class GroupsApi {
  private static final int PAGE_MAX = 10_000;
  private static final int QUERY_PAGE = 300;
  private static final int MEMBERS_PAGE = 1_000;
  private static final Filter<Group> FILTER =
      new Filter<>(
          Map.of(
              "id eq", (group, id) -> id.equals(group.id()),
              "type eq", (group, type) -> type.equals(group.type().name())),
          Map.of(
              "lastUpdated", Group::lastUpdated,
              "lastMembershipUpdated", Group::lastMembershipUpdated));

  private final Directory directory;
  private final Applications apps;
  private final AdminRoles roles;
  private final Pages pages;
  private final Faults faults;

  GroupsApi(Directory directory, Applications apps, AdminRoles roles, Pages pages, Faults faults) {
    this.directory = directory;
    this.apps = apps;
    this.roles = roles;
    this.pages = pages;
    this.faults = faults;
  }

  void register(Router router) {
    String one = "/api/v1/groups/{id}";
    String member = "/api/v1/groups/{id}/users/{user}";
    router
        .on("GET", "/api/v1/groups", (call, args) -> list(call))
        .on("POST", "/api/v1/groups", (call, args) -> one(call, create(call)))
        .on("GET", one, (call, args) -> one(call, directory.group(args.get(0))))
        .on("PUT", one, (call, args) -> one(call, update(call, args.get(0))))
        .on("DELETE", one, (call, args) -> done(() -> directory.deleteGroup(args.get(0))))
        .on("GET", one + "/users", (call, args) -> members(call, args.get(0)))
        .on(
            "PUT",
            member,
            (call, args) -> done(() -> directory.addMember(args.get(0), args.get(1))))
        .on("DELETE", member, (call, args) -> done(() -> leave(args)));
  }

  private void leave(List<String> groupAndUser) {
    directory.removeMember(groupAndUser.get(0), groupAndUser.get(1));
  }

  private Group create(Call call) {
    return directory.createGroup(call.profile());
  }

  private Group update(Call call, String id) {
    return directory.updateGroup(id, call.profile());
  }

  private Answer list(Call call) {
    Pages.oneWay(call);
    boolean stats = List.of(call.query().getOrDefault("expand", "").split(",")).contains("stats");
    Function<Group, ?> shape =
        group -> OktaJson.group(group, stats ? stats(group) : null, call.base());
    if (call.parameter("search") != null) {
      return found(call, shape);
    }
    String q = call.parameter("q");
    if (q != null) {
      int limit = pages.limit(call, QUERY_PAGE, PAGE_MAX);
      Predicate<Group> hit = group -> group.name().regionMatches(true, 0, q, 0, q.length());
      return Answer.of(directory.groups(-1, limit, hit).items().stream().map(shape).toList());
    }
    String filter = call.parameter("filter");
    Predicate<Group> condition = filter == null ? group -> true : FILTER.parse(filter);
    return pages.page(
        call,
        pages.limit(call, PAGE_MAX, PAGE_MAX),
        (after, limit) -> directory.groups(after, limit, condition),
        Group::number,
        shape);
  }

  private Answer found(Call call, Function<Group, ?> shape) {
    Search<Group> search = search();
    Predicate<Group> condition = search.parse(call.parameter("search"));
    String sortBy = call.parameter("sortBy");
    Comparator<Group> order =
        sortBy == null
            ? Comparator.comparing(Group::number)
            : search.order(sortBy, call.parameter("sortOrder"), Group::id);
    return pages.page(
        call,
        pages.limit(call, PAGE_MAX, PAGE_MAX),
        (after, limit) -> directory.groups(after, limit, condition, order),
        Group::number,
        shape);
  }

  private Search<Group> search() {
    return new Search<>(
        Map.of(
            "id", new Search.Attribute<>(Search.Type.TEXT, Group::id),
            "type", new Search.Attribute<>(Search.Type.TEXT, Group::type),
            "created", new Search.Attribute<>(Search.Type.TIME, Group::created),
            "lastUpdated", new Search.Attribute<>(Search.Type.TIME, Group::lastUpdated),
            "lastMembershipUpdated",
                new Search.Attribute<>(Search.Type.TIME, Group::lastMembershipUpdated)),
        directory.groupSchema().types(),
        (group, name) -> group.profile().get(name),
        Set.of("profile.name", "profile.description"));
  }

  /** What the statistics say of a group. */
  private Map<String, Object> stats(Group group) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put(
        "usersCount",
        group.members().size() + faults.strikes(Fault.WRONG_COUNT, group.label()).orElse(0));
    counts.put("appsCount", apps.countOf(group));
    counts.put("groupPushMappingsCount", 0);
    counts.put("hasAdminPrivilege", !roles.of(group).isEmpty());
    return counts;
  }

  private static Answer one(Call call, Group group) {
    return Answer.of(OktaJson.group(group, null, call.base()));
  }

  private Answer members(Call call, String id) {
    OktaJson.Projection whole = UsersApi.projection(call, false);
    return pages.page(
        call,
        pages.limit(call, MEMBERS_PAGE, MEMBERS_PAGE),
        (after, limit) -> directory.members(id, after, limit),
        User::number,
        user -> OktaJson.user(user, whole, call.base()));
  }

  private static Answer done(Runnable change) {
    change.run();
    return Answer.empty(204);
  }
}
