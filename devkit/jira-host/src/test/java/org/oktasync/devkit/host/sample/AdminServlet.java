package org.oktasync.devkit.host.sample;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A page of the sample add-on. */
@Named
public class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TemplateRenderer templates;
  private final transient WebSudoManager webSudo;
  private final transient PageBuilderService pages;
  private final transient XsrfTokenValidator tokens;

  /** Takes imported services. */
  @Inject
  public AdminServlet(
      TemplateRenderer templates,
      WebSudoManager webSudo,
      PageBuilderService pages,
      XsrfTokenValidator tokens) {
    this.templates = templates;
    this.webSudo = webSudo;
    this.pages = pages;
    this.tokens = tokens;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      webSudo.willExecuteWebSudoRequest(request);
    } catch (WebSudoSessionException e) {
      webSudo.enforceWebSudoProtection(request, response);
      return;
    }
    pages.assembler().resources().requireWebResource("org.example.sample:page");
    Map<String, Object> values = new HashMap<>();
    values.put("name", "<b>\"bold\"</b>");
    values.put("listHtml", "<ul></ul>");
    values.put("map", Map.of("key", "a&b"));
    values.put("object", new Object());
    String template = request.getParameter("template");
    response.setContentType("text/html;charset=utf-8");
    templates.render(
        template == null ? "templates/page.vm" : template, values, response.getWriter());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(tokens.validateFormEncodedToken(request) ? 200 : 403);
  }
}
