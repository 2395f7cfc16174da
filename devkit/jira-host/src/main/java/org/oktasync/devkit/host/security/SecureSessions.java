package org.oktasync.devkit.host.security;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/**
 * Web-sudo: a session may administer for ten minutes after the password was given again. Requests
 * with basic authentication give it each time, and personal access tokens stand in for it.
 */
public final class SecureSessions implements WebSudoManager {
  /** Where the password is asked for. */
  public static final String PATH = "/secure/admin/WebSudoAuthenticate.jspa";

  /** Parameter with the path to return to. */
  public static final String DESTINATION = "webSudoDestination";

  private static final String SINCE = "jira.websudo.timestamp";
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private final Clock clock;

  /** Sessions end by this clock. */
  public SecureSessions(Clock clock) {
    this.clock = clock;
  }

  /** The password was right: the secure session begins, or begins anew. */
  public void begin(HttpServletRequest request) {
    request.getSession(true).setAttribute(SINCE, clock.millis());
  }

  @Override
  public boolean canExecuteRequest(HttpServletRequest request) {
    if (Authentication.bringsItsOwn(request)) {
      return true;
    }
    HttpSession session = request.getSession(false);
    Object since = session == null ? null : session.getAttribute(SINCE);
    return since instanceof Long time && clock.millis() - time <= LENGTH.toMillis();
  }

  @Override
  public void willExecuteWebSudoRequest(HttpServletRequest request) {
    if (!canExecuteRequest(request)) {
      throw new WebSudoSessionException("The password must be given again");
    }
    if (request.getSession(false) != null) {
      begin(request);
    }
  }

  @Override
  public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String destination = URLEncoder.encode(path + query, StandardCharsets.UTF_8);
    try {
      response.sendRedirect(
          request.getContextPath() + PATH + "?" + DESTINATION + "=" + destination);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
