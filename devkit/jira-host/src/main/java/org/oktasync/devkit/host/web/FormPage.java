package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A page with forms that change what it shows; their buttons are named {@code action}. */
public abstract class FormPage extends HostPage {

  /** See {@link HostPage}. */
  protected FormPage(String path, String sectionKey, String title) {
    super(path, sectionKey, title);
  }

  @Override
  public final void handle(
      HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    String error = null;
    if (request.getMethod().equals("POST")) {
      try {
        change(request, String.valueOf(request.getParameter("action")));
        response.sendRedirect(page.contextPath() + path());
        return;
      } catch (IllegalArgumentException e) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        error = e.getMessage();
      }
    }
    Markup body = new Markup();
    if (error != null) {
      body.add("<div class=\"aui-message aui-message-error\"><p>%s</p></div>", error);
    }
    show(body, page);
    page.render(title(), body.toString());
  }

  /**
   * Does what a form asks for.
   *
   * @param action the value of the button that was pressed; "null" for none
   * @throws IllegalArgumentException with the reason when it cannot be done
   */
  protected abstract void change(HttpServletRequest request, String action);

  /** Writes what there is, and the forms. */
  protected abstract void show(Markup body, PageWriter page);

  /** Begins a form that comes back to this page. */
  protected final Markup form(Markup body, PageWriter page) {
    return body.add(
            "<form class=\"aui\" action=\"%s\" method=\"post\">", page.contextPath() + path())
        .raw(page.tokenField());
  }
}
