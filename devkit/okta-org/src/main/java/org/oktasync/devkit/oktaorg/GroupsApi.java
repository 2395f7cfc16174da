package org.oktasync.devkit.oktaorg;

import java.util.List;
import java.util.Map;
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
  private final Pages pages;
  private final Faults faults;

  GroupsApi(Directory directory, Pages pages, Faults faults) {
    this.directory = directory;
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
    if (call.parameter("search") != null) {
      throw OktaError.badSearch("This simulated organisation does not know search");
    }
    boolean stats = List.of(call.query().getOrDefault("expand", "").split(",")).contains("stats");
    Function<Group, ?> shape =
        group -> OktaJson.group(group, stats ? count(group) : null, call.base());
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

  /** What the statistics say of a group. */
  private Long count(Group group) {
    return group.members().size() + faults.strikes(Fault.WRONG_COUNT, group.label()).orElse(0);
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
