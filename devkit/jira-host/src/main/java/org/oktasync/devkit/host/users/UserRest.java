package org.oktasync.devkit.host.users;

import com.atlassian.crowd.model.user.UserTemplate;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.users.Everybody.Filter;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/** {@code /rest/api/2/user}: one person by name or key, and the search for people. */
final class UserRest implements HostRest {

  private static final String EVERYBODY = ".";

  private final Everybody everybody;
  private final UserKeys keys;
  private final UserJson json;

  UserRest(Everybody everybody, UserKeys keys, UserJson json) {
    this.everybody = everybody;
    this.keys = keys;
    this.json = json;
  }

  @Override
  public String pathPrefix() {
    return "/rest/api/2/user";
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    String path = request.getRequestURI();
    if (!answer.isRead(request)) {
      return;
    }
    if (path.endsWith("/user")) {
      one(request, answer);
    } else if (path.endsWith("/user/search")) {
      search(request, answer);
    } else {
      answer.notFound(request);
    }
  }

  private void one(HttpServletRequest request, Answer answer) throws IOException {
    String name = request.getParameter("username");
    String key = request.getParameter("key");
    if (name == null && key == null) {
      answer.error(
          HttpServletResponse.SC_BAD_REQUEST,
          "Either the 'username' or the 'key' query parameters need to be provided");
      return;
    }
    Optional<UserTemplate> user = everybody.user(name != null ? name : nameOf(key));
    if (user.isPresent()) {
      answer.ok(json.full(request, user.get()));
    } else {
      answer.error(
          HttpServletResponse.SC_NOT_FOUND,
          name != null
              ? "The user named '" + name + "' does not exist"
              : "The user with the key '" + key + "' does not exist");
    }
  }

  private String nameOf(String key) {
    return keys.nameOf(key).orElse(null);
  }

  /** Disabled accounts are found only when the call asks for them. */
  private void search(HttpServletRequest request, Answer answer) throws IOException {
    String text = request.getParameter("username");
    if (text == null || text.isEmpty()) {
      answer.error(
          HttpServletResponse.SC_BAD_REQUEST, "The username query parameter was not provided");
      return;
    }
    Filter filter =
        new Filter(
            text.equals(EVERYBODY) ? null : text,
            null,
            Paging.flag(request, "includeActive", true),
            Paging.flag(request, "includeInactive", false));
    Paging paging = Paging.of(request);
    answer.ok(
        everybody.users(filter, paging.start(), paging.maximum()).stream()
            .map(user -> json.brief(request, user))
            .toList());
  }
}
