package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.SecureSessions;
import org.oktasync.devkit.host.security.SignInUri;
import org.oktasync.devkit.host.security.XsrfTokens;

/** The stand-in's own pages, guarded as Jira guards its administration. */
public final class HostPages implements Route {
  /** Leads to the first page of the administration. */
  public static final String ADMINISTRATION = "/secure/project/ViewProjects.jspa";

  private final Accounts accounts;
  private final SecureSessions secure;
  private final XsrfTokens tokens;
  private final AdminFrame frame;
  private final List<HostPage> pages;

  /** Serves these pages. */
  public HostPages(
      Accounts accounts,
      SecureSessions secure,
      XsrfTokens tokens,
      AdminFrame frame,
      List<HostPage> pages) {
    this.accounts = accounts;
    this.secure = secure;
    this.tokens = tokens;
    this.frame = frame;
    this.pages = pages;
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    if (path.equals(ADMINISTRATION) && !pages.isEmpty()) {
      response.sendRedirect(request.getContextPath() + pages.get(0).path());
      return true;
    }
    for (HostPage page : pages) {
      if (page.path().equals(path)) {
        guarded(page, request, response);
        return true;
      }
    }
    return false;
  }

  private void guarded(HostPage page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String user = request.getRemoteUser();
    if (user == null) {
      response.sendRedirect(
          request.getContextPath() + SignInUri.PATH + SignInUri.query(page.path()));
    } else if (!accounts.isAdmin(user)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!secure.canExecuteRequest(request)) {
      secure.enforceWebSudoProtection(request, response);
    } else if (request.getMethod().equals("POST") && !tokens.validateFormEncodedToken(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF check failed");
    } else {
      page.handle(
          request,
          response,
          new FramedPage(tokens, request, response) {
            @Override
            public void render(String title, String bodyHtml) throws IOException {
              frame.administration(request, response, page, title, bodyHtml);
            }
          });
    }
  }
}
