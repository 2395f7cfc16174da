package org.oktasync.devkit.host.token;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.token.PersonalTokens.Token;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.MemberPage;
import org.oktasync.devkit.host.web.PageWriter;

/** Where people make and revoke their own tokens. */
public final class TokensPage implements MemberPage {
  /** Jira's address for it. */
  public static final String PATH = "/secure/ViewPersonalAccessTokens.jspa";

  /** Its title and the label of its link. */
  public static final String TITLE = "Personal access tokens";

  private final PersonalTokens tokens;
  private final TokenRest.Keys keys;

  /** Shows and changes the tokens of whoever is signed in. */
  public TokensPage(PersonalTokens tokens, TokenRest.Keys keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    String owner = keys.keyOf(request.getRemoteUser());
    Markup body = new Markup();
    if (request.getMethod().equals("POST")) {
      try {
        change(request, owner, body);
      } catch (IllegalArgumentException e) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        body.add("<div class=\"aui-message aui-message-error\"><p>%s</p></div>", e.getMessage());
      }
    }
    show(body, page, tokens.of(owner));
    page.render(TITLE, body.toString());
  }

  private void change(HttpServletRequest request, String owner, Markup body) {
    if ("revoke".equals(request.getParameter("action"))) {
      tokens.revoke(owner, Long.parseLong(String.valueOf(request.getParameter("id"))));
      return;
    }
    String days = String.valueOf(request.getParameter("days")).strip();
    if (!days.matches("\\d{0,4}")) {
      throw new IllegalArgumentException("The days are a number, or empty");
    }
    String raw =
        tokens
            .make(
                owner, request.getParameter("name"), days.isEmpty() ? null : Integer.valueOf(days))
            .raw();
    body.raw("<div class=\"aui-message aui-message-success\">")
        .raw("<p>Copy the token now; it is not shown again.</p>")
        .add("<p><code id=\"raw-token\">%s</code></p></div>", raw);
  }

  private static void show(Markup body, PageWriter page, List<Token> tokens) {
    String address = page.contextPath() + PATH;
    body.add("<form class=\"aui\" action=\"%s\" method=\"post\">", address)
        .raw(page.tokenField())
        .field("name", "Name", "")
        .field("days", "Days until it expires (empty: never)", "")
        .button("create", "Create token")
        .raw("</form>")
        .startTable("Name", "Created", "Last used", "Expires", "");
    for (Token token : tokens) {
      body.add(
              "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>",
              token.name(), token.created(), token.used(), token.expires())
          .add("<form class=\"aui\" action=\"%s\" method=\"post\">", address)
          .raw(page.tokenField())
          .add("<input type=\"hidden\" name=\"id\" value=\"%s\">", token.id())
          .button("revoke", "Revoke")
          .raw("</form></td></tr>");
    }
    body.endTable();
  }
}
