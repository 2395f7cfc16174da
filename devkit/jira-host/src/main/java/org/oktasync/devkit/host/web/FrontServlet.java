package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.resource.PageResources;
import org.oktasync.devkit.host.security.Authentication;
import org.oktasync.devkit.host.security.SignedInRequest;
import org.oktasync.devkit.host.security.ThreadCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who asks, then lets the first route that knows the path answer. Until the site is open
 * it answers 503.
 */
public final class FrontServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(FrontServlet.class);

  private transient volatile Site site;

  /**
   * What the servlet needs to serve.
   *
   * @param routes asked in this order
   */
  public record Site(
      Authentication authentication,
      ThreadCaller caller,
      PageResources resources,
      List<Route> routes) {}

  /** Begins to serve the site. */
  public void open(Site opened) {
    site = opened;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Site open = site;
    if (open == null) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Jira is starting");
      return;
    }
    request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    try {
      SignedInRequest known = open.authentication().identify(request);
      open.caller().setLoggedInUser(known.user());
      if (!answer(open, known, response, path)) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (Authentication.RefusedException e) {
      // As Jira does: no challenge, so that a browser shows no dialogue of its own.
      response.setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, e.getMessage());
    } catch (ServletException | RuntimeException | LinkageError e) {
      log.error("{} {} failed", request.getMethod(), path, e);
      if (!response.isCommitted()) {
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    } finally {
      open.caller().setLoggedInUser(null);
      open.resources().endPage();
    }
  }

  private static boolean answer(
      Site open, SignedInRequest request, HttpServletResponse response, String path)
      throws IOException, ServletException {
    for (Route route : open.routes()) {
      if (route.handle(request, response, path)) {
        return true;
      }
    }
    return false;
  }
}
