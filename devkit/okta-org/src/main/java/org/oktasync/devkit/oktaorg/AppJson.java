package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes of applications and of what they are assigned to. */
final class AppJson {
  private static final String APPS = "/api/v1/apps/";

  private AppJson() {}

  static Map<String, Object> app(App app, String base) {
    String self = APPS + app.id();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", app.id());
    shown.put("orn", "orn:okta:idp:larkfield:apps:" + app.name() + ":" + app.id());
    shown.put("name", app.name());
    shown.put("label", app.label());
    shown.put("status", app.active() ? "ACTIVE" : "INACTIVE");
    shown.put("lastUpdated", OktaJson.time(app.lastUpdated()));
    shown.put("created", OktaJson.time(app.created()));
    shown.put("accessibility", Map.of("selfService", false));
    shown.put("visibility", visibility(app));
    shown.put("features", List.of());
    shown.put("signOnMode", app.signOnMode());
    shown.put("credentials", credentials(app));
    shown.put("settings", settings(app));
    shown.put(
        "_links",
        Map.of(
            "self", OktaJson.href(base, self),
            "users", OktaJson.href(base, self + "/users"),
            "groups", OktaJson.href(base, self + "/groups")));
    return shown;
  }

  private static Map<String, Object> visibility(App app) {
    return Map.of(
        "autoSubmitToolbar", false,
        "hide", Map.of("iOS", false, "web", false),
        "appLinks", Map.of(app.name() + "_link", true));
  }

  private static Map<String, Object> credentials(App app) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("userNameTemplate", Map.of("template", "${source.login}", "type", "BUILT_IN"));
    shown.put("signing", Map.of("kid", "key-of-" + app.number()));
    if (app.signOnMode().equals("OPENID_CONNECT")) {
      Map<String, Object> client = new LinkedHashMap<>();
      client.put("client_id", app.id());
      client.put("client_secret", "simulated-secret-of-" + app.id());
      client.put("token_endpoint_auth_method", "client_secret_basic");
      client.put("autoKeyRotation", true);
      shown.put("oauthClient", client);
    }
    return shown;
  }

  private static Map<String, Object> settings(App app) {
    return switch (app.signOnMode()) {
      case "OPENID_CONNECT" ->
          Map.of("oauthClient", Map.of("grant_types", List.of("authorization_code")));
      case "BOOKMARK" ->
          Map.of(
              "app",
              Map.of("requestIntegration", false, "url", "https://" + app.id() + ".example"));
      default -> Map.of("app", Map.of());
    };
  }

  static Map<String, Object> user(
      App app, Applications.AppUser assigned, boolean whole, String base) {
    User user = assigned.user();
    String since = OktaJson.time(assigned.since());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", user.id());
    shown.put("externalId", null);
    shown.put("created", since);
    shown.put("lastUpdated", since);
    shown.put("scope", assigned.group() == null ? "USER" : "GROUP");
    shown.put("status", "ACTIVE");
    shown.put("statusChanged", since);
    shown.put("passwordChanged", null);
    shown.put("syncState", "DISABLED");
    shown.put("credentials", Map.of("userName", user.login()));
    shown.put("profile", assigned.profile());
    shown.values().removeIf(value -> value == null);
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("app", OktaJson.href(base, APPS + app.id()));
    links.put("user", OktaJson.href(base, "/api/v1/users/" + user.id()));
    if (assigned.group() != null) {
      links.put("group", OktaJson.href(base, "/api/v1/groups/" + assigned.group()));
    }
    shown.put("_links", links);
    if (whole) {
      OktaJson.Projection all = new OktaJson.Projection(null, null, true);
      shown.put("_embedded", Map.of("user", OktaJson.user(user, all, base)));
    }
    return shown;
  }

  static Map<String, Object> group(App app, String groupId, String base) {
    Instant since = app.groups().get(groupId);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", groupId);
    shown.put("priority", List.copyOf(app.groups().keySet()).indexOf(groupId));
    shown.put("lastUpdated", OktaJson.time(since));
    shown.put("profile", Map.of());
    shown.put(
        "_links",
        Map.of(
            "self", OktaJson.href(base, APPS + app.id() + "/groups/" + groupId),
            "app", OktaJson.href(base, APPS + app.id()),
            "group", OktaJson.href(base, "/api/v1/groups/" + groupId)));
    return shown;
  }

  /** An entry of somebody's own page; its id is the person's, in every entry. */
  static Map<String, Object> link(App app, User user, int order, String base) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", user.id());
    shown.put("label", app.label());
    shown.put("linkUrl", base + "/home/" + app.name() + "/" + app.id() + "/1");
    shown.put("logoUrl", base + "/img/logos/" + app.name() + ".png");
    shown.put("appName", app.name());
    shown.put("appInstanceId", app.id());
    shown.put("appAssignmentId", "0ua" + user.id().substring(3));
    shown.put("credentialsSetup", false);
    shown.put("hidden", false);
    shown.put("sortOrder", order);
    return shown;
  }
}
