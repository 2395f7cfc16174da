package org.oktasync.web.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import java.net.URI;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Lets nobody but Jira's system administrators through, whatever the HTTP method: visitors are sent
 * to sign in, others are turned away, and administrators confirm their password where Jira asks for
 * it. Only then a subclass sees the request.
 */
abstract class GuardedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Guards guards;

  /** Jira's services that know who may come in. */
  record Guards(UserManager users, LoginUriProvider login, WebSudoManager webSudo) {}

  GuardedServlet(Guards guards) {
    this.guards = guards;
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    UserKey user = guards.users().getRemoteUserKey();
    if (user == null) {
      response.sendRedirect(guards.login().getLoginUri(address(request)).toASCIIString());
    } else if (!guards.users().isSystemAdmin(user)) {
      refuse(response);
    } else if (confirmed(request, response)) {
      super.service(request, response);
    }
  }

  /** Tells a signed-in person without the permission that the page is not for them. */
  abstract void refuse(HttpServletResponse response) throws IOException;

  private boolean confirmed(HttpServletRequest request, HttpServletResponse response) {
    try {
      guards.webSudo().willExecuteWebSudoRequest(request);
      return true;
    } catch (WebSudoSessionException e) {
      guards.webSudo().enforceWebSudoProtection(request, response);
      return false;
    }
  }

  private static URI address(HttpServletRequest request) {
    String query = request.getQueryString();
    String url = request.getRequestURL().toString();
    return URI.create(query == null ? url : url + "?" + query);
  }
}
