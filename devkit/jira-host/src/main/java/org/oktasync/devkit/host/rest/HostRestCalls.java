package org.oktasync.devkit.host.rest;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.security.Authentication;
import org.oktasync.devkit.host.security.XsrfTokens;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.Route;

/** The part of Jira's own REST interface that the stand-in answers. */
public final class HostRestCalls implements Route {
  private final XsrfTokens tokens;
  private final List<HostRest> calls;

  /** Serves these calls; {@code /rest/api/latest} means version 2. */
  public HostRestCalls(XsrfTokens tokens, List<HostRest> calls) {
    this.tokens = tokens;
    this.calls = calls;
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    String versioned = path.replaceFirst("^/rest/api/latest/", "/rest/api/2/");
    HostRest found = null;
    for (HostRest call : calls) {
      String prefix = call.pathPrefix();
      boolean matches = versioned.equals(prefix) || versioned.startsWith(prefix + "/");
      if (matches && (found == null || prefix.length() > found.pathPrefix().length())) {
        found = call;
      }
    }
    if (found == null) {
      return false;
    }
    if (request.getRemoteUser() == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType("application/json;charset=UTF-8");
      response
          .getWriter()
          .write(
              "{\"message\":\"Client must be authenticated to access this resource.\","
                  + "\"status-code\":401}");
    } else if (!passesXsrfCheck(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF check failed");
    } else {
      response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
      found.handle(request, response, request.getRemoteUser());
    }
    return true;
  }

  /**
   * A page of another site can neither send a password or token, nor make a browser send anything
   * but GET and POST without being asked first.
   */
  private boolean passesXsrfCheck(HttpServletRequest request) {
    boolean own = Authentication.bringsItsOwn(request) && !request.getMethod().equals("POST");
    return own || tokens.allowsRest(request);
  }
}
