package org.oktasync.devkit.host.users;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.Html;

/** One address of Jira's REST interface with one answer to GET. */
final class SmallRest implements HostRest {

  private static final String ROOT = "/rest/api/2";
  private static final int PICKER_DEFAULT = 20;

  private final String path;
  private final Body body;

  private SmallRest(String path, Body body) {
    this.path = path;
    this.body = body;
  }

  private interface Body {
    Object of(HttpServletRequest request, String user);
  }

  /** {@code /myself}: the caller. */
  static HostRest myself(Everybody everybody, UserJson json) {
    return new SmallRest(
        ROOT + "/myself",
        (request, user) -> json.full(request, everybody.user(user).orElseThrow()));
  }

  /** {@code /groups/picker}: groups whose name contains a text. */
  static HostRest groupsPicker(Everybody everybody) {
    return new SmallRest(
        ROOT + "/groups/picker",
        (request, user) -> {
          String text = request.getParameter("query");
          int maximum = Math.max(0, Paging.number(request, "maxResults", PICKER_DEFAULT));
          int total = everybody.groupCount(text);
          List<Map<String, Object>> groups =
              everybody.groupNames(text, 0, maximum).stream().map(SmallRest::picked).toList();
          return Map.of(
              "header", "Showing " + groups.size() + " of " + total + " matching groups",
              "total", total,
              "groups", groups);
        });
  }

  @Override
  public String pathPrefix() {
    return path;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    if (!answer.isRead(request)) {
      return;
    }
    if (request.getRequestURI().endsWith(path.substring(ROOT.length()))) {
      answer.ok(body.of(request, user));
    } else {
      answer.notFound(request);
    }
  }

  private static Map<String, Object> picked(String name) {
    return Map.of("name", name, "html", Html.escape(name), "labels", List.of());
  }
}
