package org.oktasync.devkit.host.web;

import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.util.function.Consumer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.Authentication;
import org.oktasync.devkit.host.security.SecureSessions;
import org.oktasync.devkit.host.security.SignInUri;
import org.oktasync.devkit.host.security.XsrfTokens;

/** Signing in and out, and giving the password again before administration. */
public final class SessionPages implements Route {
  private static final String HOME = "/secure/Dashboard.jspa";

  private final Accounts accounts;
  private final Authentication authentication;
  private final SecureSessions secure;
  private final XsrfTokens tokens;
  private final AdminFrame frame;
  private final Consumer<ApplicationUser> signedIn;

  /**
   * @param signedIn told after each sign-in by the page
   */
  public SessionPages(
      Accounts accounts,
      Authentication authentication,
      SecureSessions secure,
      XsrfTokens tokens,
      AdminFrame frame,
      Consumer<ApplicationUser> signedIn) {
    this.accounts = accounts;
    this.authentication = authentication;
    this.secure = secure;
    this.tokens = tokens;
    this.frame = frame;
    this.signedIn = signedIn;
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    switch (path) {
      case "/", "/secure" -> response.sendRedirect(request.getContextPath() + HOME);
      case HOME -> home(request, response);
      case SignInUri.PATH -> signIn(request, response);
      case "/logout" -> signOut(request, response);
      case SecureSessions.PATH -> confirm(request, response);
      case "/status" -> {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"state\":\"RUNNING\"}");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRemoteUser() == null) {
      response.sendRedirect(request.getContextPath() + SignInUri.PATH + SignInUri.query(HOME));
      return;
    }
    String body =
        "<h1>System dashboard</h1><p>Signed in as %s.</p><p><a href=\"%s\">Administration</a></p>"
            .formatted(
                Html.escape(request.getRemoteUser()),
                request.getContextPath() + HostPages.ADMINISTRATION);
    frame.plain(request, response, "System dashboard", body);
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean failed = false;
    if (request.getMethod().equals("POST")) {
      ApplicationUser user =
          authentication.signIn(
              request, request.getParameter("os_username"), request.getParameter("os_password"));
      if (user != null) {
        signedIn.accept(user);
        response.sendRedirect(target(request, SignInUri.DESTINATION));
        return;
      }
      failed = true;
    }
    String form =
        """
        <h1>Welcome to Jira</h1>%s
        <form class="aui" id="login-form" method="post" action="%s">
        <input type="hidden" name="os_destination" value="%s">
        <div class="field-group"><label for="login-form-username">Username</label>
        <input class="text" id="login-form-username" name="os_username" autocomplete="username">
        </div>
        <div class="field-group"><label for="login-form-password">Password</label>
        <input class="password" type="password" id="login-form-password" name="os_password"
         autocomplete="current-password"></div>
        <div class="buttons-container"><div class="buttons">
        <button class="aui-button aui-button-primary" id="login-form-submit">Log In</button>
        </div></div></form>
        """
            .formatted(
                failed ? error("Sorry, your username and password are incorrect.") : "",
                request.getContextPath() + SignInUri.PATH,
                Html.escape(request.getParameter(SignInUri.DESTINATION)));
    frame.plain(request, response, "Log in", form);
  }

  private void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!tokens.validateFormEncodedToken(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF check failed");
      return;
    }
    authentication.signOut(request);
    response.sendRedirect(request.getContextPath() + SignInUri.PATH);
  }

  private void confirm(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String user = request.getRemoteUser();
    if (user == null) {
      response.sendRedirect(
          request.getContextPath() + SignInUri.PATH + SignInUri.query(SecureSessions.PATH));
      return;
    }
    boolean failed = false;
    if (request.getMethod().equals("POST")) {
      String password = request.getParameter("webSudoPassword");
      if (password != null && accounts.authenticate(user, password)) {
        secure.begin(request);
        response.sendRedirect(target(request, SecureSessions.DESTINATION));
        return;
      }
      failed = true;
    }
    String form =
        """
        <h1>Administrator Access</h1>%s
        <p>You have requested access to an administrative function in Jira and are required to
        validate your credentials below.</p>
        <form class="aui" id="login-form" method="post" action="%s">
        <input type="hidden" name="webSudoDestination" value="%s">
        <div class="field-group"><label for="login-form-authenticatePassword">Password</label>
        <input class="password" type="password" id="login-form-authenticatePassword"
         name="webSudoPassword" autocomplete="current-password"></div>
        <div class="buttons-container"><div class="buttons">
        <button class="aui-button aui-button-primary" id="login-form-submit">Confirm</button>
        </div></div></form>
        """
            .formatted(
                failed ? error("Incorrect password.") : "",
                request.getContextPath() + SecureSessions.PATH,
                Html.escape(request.getParameter(SecureSessions.DESTINATION)));
    frame.plain(request, response, "Administrator Access", form);
  }

  private static String error(String text) {
    return "<div class=\"aui-message aui-message-error\" role=\"alert\"><p>" + text + "</p></div>";
  }

  /** Only paths of this site: a link must not be able to send a person elsewhere. */
  private static String target(HttpServletRequest request, String parameter) {
    String path = request.getParameter(parameter);
    boolean usable =
        path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
    return request.getContextPath() + (usable ? path : HOME);
  }
}
