package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.security.SignInUri;
import org.oktasync.devkit.host.security.XsrfTokens;

/** The stand-in's own pages outside of the administration. */
public final class MemberPages implements Route {
  private final XsrfTokens tokens;
  private final AdminFrame frame;
  private final List<MemberPage> pages;

  /** Serves these pages. */
  public MemberPages(XsrfTokens tokens, AdminFrame frame, List<MemberPage> pages) {
    this.tokens = tokens;
    this.frame = frame;
    this.pages = pages;
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    for (MemberPage page : pages) {
      String own = page.path();
      if (path.equals(own) || (own.endsWith("/") && path.startsWith(own))) {
        guarded(page, request, response, path);
        return true;
      }
    }
    return false;
  }

  private void guarded(
      MemberPage page, HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    if (request.getRemoteUser() == null) {
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      response.sendRedirect(
          request.getContextPath() + SignInUri.PATH + SignInUri.query(path + query));
    } else if (request.getMethod().equals("POST") && !tokens.validateFormEncodedToken(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF check failed");
    } else {
      page.handle(
          request,
          response,
          new FramedPage(tokens, request, response) {
            @Override
            public void render(String title, String bodyHtml) throws IOException {
              String body = "<h1>" + Html.escape(title) + "</h1>" + bodyHtml;
              frame.plain(request, response, title, body);
            }
          });
    }
  }
}
