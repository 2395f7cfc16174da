package org.oktasync.devkit.oktaorg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The calls for admin roles: those of people and of groups, the people who have any, and the roles
 * that the organisation made itself. The list of people names those with roles of their own; Okta's
 * documents do not say whether it also names those who have one through a group alone.
 */
final class RolesApi {
  private static final int PAGE = 100;

  private final Directory directory;
  private final AdminRoles roles;
  private final Pages pages;

  RolesApi(Directory directory, AdminRoles roles, Pages pages) {
    this.directory = directory;
    this.roles = roles;
    this.pages = pages;
  }

  void register(Router router) {
    String ofUser = "/api/v1/users/{id}/roles";
    String ofGroup = "/api/v1/groups/{id}/roles";
    router
        .on("GET", ofUser, (call, args) -> Answer.of(ofUser(call, args.get(0))))
        .on("POST", ofUser, (call, args) -> grant(call, args.get(0)))
        .on("GET", ofUser + "/{grant}", (call, args) -> one(ofUser(call, args.get(0)), args))
        .on("DELETE", ofUser + "/{grant}", (call, args) -> done(() -> revoke(args)))
        .on("GET", ofGroup, (call, args) -> Answer.of(ofGroup(call, args.get(0))))
        .on("POST", ofGroup, (call, args) -> grantGroup(call, args.get(0)))
        .on("GET", ofGroup + "/{grant}", (call, args) -> one(ofGroup(call, args.get(0)), args))
        .on("DELETE", ofGroup + "/{grant}", (call, args) -> done(() -> revokeGroup(args)))
        .on("GET", "/api/v1/iam/assignees/users", (call, args) -> holders(call))
        .on("GET", "/api/v1/iam/roles", (call, args) -> custom(call));
  }

  private List<Map<String, Object>> ofUser(Call call, String id) {
    User user = directory.user(id);
    String self = "/api/v1/users/" + id;
    Stream<Map<String, Object>> inherited =
        roles.inherited(user).stream()
            .map(
                entry ->
                    grant(
                        call, entry.getValue(), "GROUP", "/api/v1/groups/" + entry.getKey().id()));
    return Stream.concat(
            roles.own(user).stream().map(grant -> grant(call, grant, "USER", self)), inherited)
        .toList();
  }

  private List<Map<String, Object>> ofGroup(Call call, String id) {
    String self = "/api/v1/groups/" + id;
    return roles.of(directory.group(id)).stream()
        .map(grant -> grant(call, grant, "GROUP", self))
        .toList();
  }

  private static Map<String, Object> grant(
      Call call, RoleGrant grant, String assignment, String assignee) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", grant.id());
    shown.put("label", grant.label());
    shown.put("type", grant.custom() ? "CUSTOM" : grant.role());
    shown.put("status", "ACTIVE");
    shown.put("created", OktaJson.time(grant.created()));
    shown.put("lastUpdated", OktaJson.time(grant.created()));
    shown.put("assignmentType", assignment);
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("assignee", OktaJson.href(call.base(), assignee));
    if (grant.custom()) {
      shown.put("role", grant.role());
      shown.put("resource-set", grant.resourceSet());
      links.put("role", OktaJson.href(call.base(), "/api/v1/iam/roles/" + grant.role()));
    }
    shown.put("_links", links);
    return shown;
  }

  private static Answer one(List<Map<String, Object>> all, List<String> ownerAndGrant) {
    String id = ownerAndGrant.get(1);
    return all.stream()
        .filter(grant -> grant.get("id").equals(id))
        .findFirst()
        .map(Answer::of)
        .orElseThrow(() -> OktaError.notFound("RoleAssignment", id));
  }

  private Answer grant(Call call, String userId) {
    String id = granted(call, userId, roles::grant);
    return one(ofUser(call, userId), List.of(userId, id)).withStatus(201);
  }

  private Answer grantGroup(Call call, String groupId) {
    String id = granted(call, groupId, roles::grantGroup);
    return one(ofGroup(call, groupId), List.of(groupId, id));
  }

  private String granted(Call call, String whose, BinaryOperator<String> grant) {
    Map<String, Object> body = Json.object(call.body());
    if (!(body.get("type") instanceof String type)) {
      throw OktaError.invalid("type", "The field cannot be left blank");
    }
    if (!type.equals("CUSTOM")) {
      return grant.apply(whose, RoleKind.named(type).name());
    }
    if (!roles.resourceSet().equals(body.get("resource-set"))) {
      throw OktaError.notFound("ResourceSet", String.valueOf(body.get("resource-set")));
    }
    String role = String.valueOf(body.get("role"));
    if (roles.custom().stream().noneMatch(some -> some.id().equals(role))) {
      throw OktaError.notFound("Role", role);
    }
    return grant.apply(whose, role);
  }

  private void revoke(List<String> userAndGrant) {
    roles.revoke(userAndGrant.get(0), userAndGrant.get(1));
  }

  private void revokeGroup(List<String> groupAndGrant) {
    roles.revokeGroup(groupAndGrant.get(0), groupAndGrant.get(1));
  }

  private Answer holders(Call call) {
    return pages.wrapped(
        call,
        "value",
        pages.limit(call, PAGE, PAGE),
        roles::holders,
        User::number,
        user -> holder(call, user));
  }

  private static Map<String, Object> holder(Call call, User user) {
    String self = "/api/v1/users/" + user.id();
    return Map.of(
        "id", user.id(),
        "orn", "orn:okta:directory:larkfield:users:" + user.id(),
        "_links",
            Map.of(
                "self", OktaJson.href(call.base(), self),
                "roles", OktaJson.href(call.base(), self + "/roles")));
  }

  private Answer custom(Call call) {
    return pages.wrapped(
        call,
        "roles",
        pages.limit(call, PAGE, PAGE),
        (after, limit) -> Slice.of(roles.custom(), after, limit),
        roles.custom()::indexOf,
        role -> custom(call, role));
  }

  private static Map<String, Object> custom(Call call, AdminRoles.Custom role) {
    String self = "/api/v1/iam/roles/" + role.id();
    return Map.of(
        "id", role.id(),
        "label", role.label(),
        "description", role.description(),
        "created", OktaJson.time(role.created()),
        "lastUpdated", OktaJson.time(role.created()),
        "_links",
            Map.of(
                "self", OktaJson.href(call.base(), self),
                "permissions", OktaJson.href(call.base(), self + "/permissions")));
  }

  private static Answer done(Runnable change) {
    change.run();
    return Answer.empty(204);
  }
}
