package org.oktasync.devkit.host.users;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.users.Everybody.Filter;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/** {@code /rest/api/2/group/member}: the members of a group, for administrators. */
final class GroupRest implements HostRest {

  private final Everybody everybody;
  private final UserJson json;
  private final Predicate<String> administrator;

  GroupRest(Everybody everybody, UserJson json, Predicate<String> administrator) {
    this.everybody = everybody;
    this.json = json;
    this.administrator = administrator;
  }

  @Override
  public String pathPrefix() {
    return "/rest/api/2/group";
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    if (!answer.isRead(request)) {
      return;
    }
    if (!request.getRequestURI().endsWith("/group/member")) {
      answer.notFound(request);
    } else if (!administrator.test(user)) {
      answer.error(HttpServletResponse.SC_FORBIDDEN, "Only administrators see group members");
    } else {
      members(request, answer);
    }
  }

  private void members(HttpServletRequest request, Answer answer) throws IOException {
    String group = request.getParameter("groupname");
    if (group == null || group.isEmpty()) {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, "The query parameter groupname is missing");
    } else if (everybody.group(group).isEmpty()) {
      answer.error(
          HttpServletResponse.SC_NOT_FOUND, "The group named '" + group + "' does not exist.");
    } else {
      answer.ok(page(request, group));
    }
  }

  private Map<String, Object> page(HttpServletRequest request, String group) {
    boolean inactive = Paging.flag(request, "includeInactiveUsers", false);
    Filter filter = new Filter(null, group, true, inactive);
    Paging paging = Paging.of(request);
    int total = everybody.count(filter);
    List<Map<String, Object>> values =
        everybody.users(filter, paging.start(), paging.maximum()).stream()
            .map(user -> json.brief(request, user))
            .toList();
    int end = paging.start() + values.size();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("self", address(request, group, inactive, paging, paging.start()));
    if (end < total) {
      page.put("nextPage", address(request, group, inactive, paging, end));
    }
    page.put("maxResults", paging.maximum());
    page.put("startAt", paging.start());
    page.put("total", total);
    page.put("isLast", end >= total);
    page.put("values", values);
    return page;
  }

  private static String address(
      HttpServletRequest request, String group, boolean inactive, Paging paging, int start) {
    return UserJson.base(request)
        + "/rest/api/2/group/member?includeInactiveUsers="
        + inactive
        + "&maxResults="
        + paging.maximum()
        + "&groupname="
        + Addresses.encode(group)
        + "&startAt="
        + start;
  }
}
