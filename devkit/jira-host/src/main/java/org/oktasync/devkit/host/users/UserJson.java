package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

/** People in the form that Jira's REST interface gives them. */
final class UserJson {

  private final UserKeys keys;
  private final Everybody everybody;

  UserJson(UserKeys keys, Everybody everybody) {
    this.keys = keys;
    this.everybody = everybody;
  }

  /** The form of lists. */
  Map<String, Object> brief(HttpServletRequest request, User user) {
    Map<String, Object> json = new LinkedHashMap<>();
    String context = base(request);
    json.put("self", context + "/rest/api/2/user?username=" + Addresses.encode(user.getName()));
    json.put("key", keys.keyOf(user.getName()).orElseThrow());
    json.put("name", user.getName());
    json.put("emailAddress", user.getEmailAddress() == null ? "" : user.getEmailAddress());
    json.put("avatarUrls", Map.of("48x48", context + "/secure/useravatar?avatarId=10122"));
    json.put("displayName", user.getDisplayName());
    json.put("active", user.isActive());
    json.put("timeZone", "UTC");
    return json;
  }

  /** The form of a single person: groups are named when the call expands them. */
  Map<String, Object> full(HttpServletRequest request, User user) {
    Map<String, Object> json = brief(request, user);
    List<String> groups = everybody.groupNamesOf(user.getName());
    boolean expanded = String.valueOf(request.getParameter("expand")).contains("groups");
    List<Map<String, String>> items =
        expanded ? groups.stream().map(name -> group(request, name)).toList() : List.of();
    json.put("locale", "en_US");
    json.put("groups", Map.of("size", groups.size(), "items", items));
    json.put("applicationRoles", Map.of("size", 1, "items", List.of()));
    json.put("expand", "groups,applicationRoles");
    return json;
  }

  /** The address of Jira as the caller sees it. */
  static String base(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length())
        + request.getContextPath();
  }

  private static Map<String, String> group(HttpServletRequest request, String name) {
    return Map.of(
        "name",
        name,
        "self",
        base(request) + "/rest/api/2/group?groupname=" + Addresses.encode(name));
  }
}
