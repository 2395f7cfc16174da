package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shapes of Okta's objects. */
final class OktaJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Attributes that Okta writes as null when they are absent. */
  private static final List<String> ALWAYS =
      List.of("firstName", "lastName", "mobilePhone", "secondEmail");

  /**
   * Which parts of a user are wanted.
   *
   * @param fields top-level names, or null for all
   * @param attributes names within the profile, or null for all
   * @param credentials whether credentials are wanted
   */
  record Projection(Set<String> fields, Set<String> attributes, boolean credentials) {}

  private OktaJson() {}

  static Map<String, Object> user(User user, Projection wanted, String base) {
    Map<String, Object> shown = new LinkedHashMap<>(32);
    shown.put("id", user.id());
    shown.put("status", user.status());
    shown.put("created", time(user.created()));
    shown.put("activated", time(user.activated()));
    shown.put("statusChanged", time(user.statusChanged()));
    shown.put("lastLogin", time(user.lastLogin()));
    shown.put("lastUpdated", time(user.lastUpdated()));
    shown.put("passwordChanged", time(user.passwordChanged()));
    shown.put("type", Map.of("id", user.typeId()));
    shown.put("profile", profile(user, wanted.attributes()));
    if (wanted.credentials()) {
      shown.put("credentials", credentials(user));
    }
    shown.put("_links", Map.of("self", href(base, "/api/v1/users/" + user.id())));
    if (wanted.fields() != null) {
      shown.keySet().removeIf(name -> !name.equals("id") && !wanted.fields().contains(name));
    }
    return shown;
  }

  private static Map<String, Object> profile(User user, Set<String> attributes) {
    Map<String, Object> shown = new LinkedHashMap<>(user.profile());
    ALWAYS.forEach(name -> shown.putIfAbsent(name, null));
    if (attributes != null) {
      shown.keySet().retainAll(attributes);
    }
    return shown;
  }

  private static Map<String, Object> credentials(User user) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (user.passwordChanged() != null) {
      shown.put("password", Map.of());
    }
    if (user.text("email") != null) {
      Map<String, String> email =
          Map.of("value", user.text("email"), "status", "VERIFIED", "type", "PRIMARY");
      shown.put("emails", List.of(email));
    }
    shown.put("provider", Map.of("type", "OKTA", "name", "OKTA"));
    return shown;
  }

  /**
   * A group.
   *
   * @param stats its statistics, or null for none
   */
  static Map<String, Object> group(Group group, Map<String, Object> stats, String base) {
    String self = "/api/v1/groups/" + group.id();
    boolean app = group.type() == GroupType.APP_GROUP;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", group.id());
    shown.put("created", time(group.created()));
    shown.put("lastUpdated", time(group.lastUpdated()));
    shown.put("lastMembershipUpdated", time(group.lastMembershipUpdated()));
    shown.put("objectClass", List.of(app ? "okta:windows_security_principal" : "okta:user_group"));
    shown.put("type", group.type());
    shown.put("profile", group.profile());
    shown.put(
        "_links",
        Map.of(
            "self", href(base, self),
            "users", href(base, self + "/users"),
            "apps", href(base, self + "/apps")));
    if (stats != null) {
      shown.put("_embedded", Map.of("stats", stats));
    }
    return shown;
  }

  static Map<String, Object> error(OktaError error, String errorId) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("errorCode", error.code());
    shown.put("errorSummary", error.getMessage());
    shown.put("errorLink", error.code());
    shown.put("errorId", errorId);
    shown.put("errorCauses", error.causes().stream().map(c -> Map.of("errorSummary", c)).toList());
    return shown;
  }

  static Map<String, String> href(String base, String path) {
    return Map.of("href", base + path);
  }

  static String time(Instant instant) {
    return instant == null ? null : TIME.format(instant);
  }
}
