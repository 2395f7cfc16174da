package org.oktasync.devkit.host.users;

import com.atlassian.jira.user.UserPropertyManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opensymphony.module.propertyset.PropertySet;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.sal.UserLocales;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/** {@code /mypreferences?key=jira.user.locale}: the language of the caller, read and chosen. */
final class PreferencesRest implements HostRest {
  private final UserKeys keys;
  private final UserPropertyManager properties;

  PreferencesRest(UserKeys keys, UserPropertyManager properties) {
    this.keys = keys;
    this.properties = properties;
  }

  @Override
  public String pathPrefix() {
    return "/rest/api/2/mypreferences";
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    if (!UserLocales.PREFERENCE.equals(request.getParameter("key"))) {
      answer.error(HttpServletResponse.SC_NOT_FOUND, "key not found");
      return;
    }
    PropertySet set = properties.getPropertySetForUserKey(keys.keyOf(user).orElseThrow());
    if (request.getMethod().equals("PUT")) {
      choose(request, response, answer, set);
    } else if (answer.isRead(request)) {
      answer.ok(String.valueOf(set.getString(UserLocales.PREFERENCE)));
    }
  }

  private static void choose(
      HttpServletRequest request, HttpServletResponse response, Answer answer, PropertySet set)
      throws IOException {
    String wanted = new ObjectMapper().readTree(request.getInputStream()).asText("");
    if (UserLocales.isSupported(wanted)) {
      set.setString(UserLocales.PREFERENCE, wanted);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, "There is no language " + wanted);
    }
  }
}
