package org.oktasync.web.admin;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Serves the frame of every administration page, and the texts that fill it. The rest is fetched by
 * the browser from the REST interface.
 *
 * <p>Jira's own gate is opened because it asks for an application licence, which a system
 * administrator may lack; {@link GuardedServlet} is the stricter one.
 */
@Named
@UnrestrictedAccess
public class AdminServlet extends GuardedServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "/texts.json";

  private final transient TemplateRenderer templates;
  private final transient PageBuilderService resources;
  private final transient LocaleResolver locales;
  private final transient PageTexts texts;

  /** Takes Jira's services. */
  @Inject
  public AdminServlet(
      UserManager users,
      LoginUriProvider login,
      WebSudoManager webSudo,
      TemplateRenderer templates,
      PageBuilderService resources,
      LocaleResolver locales,
      I18nResolver texts) {
    super(new Guards(users, login, webSudo));
    this.templates = templates;
    this.resources = resources;
    this.locales = locales;
    this.texts = new PageTexts(texts);
  }

  /** Answers a page, the texts, or 404 for any other address below this servlet. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<AdminPage> page = AdminPage.of(path);
    if (TEXTS.equals(path)) {
      writeTexts(request, response);
    } else if (page.isPresent()) {
      writePage(page.get(), request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void writePage(AdminPage page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = locales.getLocale();
    String styles = getInitParameter("styles");
    resources.assembler().resources().requireWebResource(styles);
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    templates.render(
        "templates/page.vm",
        Map.of(
            "title", texts.text(locale, page.titleKey()),
            "page", page.name(),
            "item", page.item(),
            "id", page.id(),
            "language", locale.toLanguageTag(),
            "context", request.getContextPath(),
            "script", request.getContextPath() + getInitParameter("script"),
            "loading", texts.text(locale, "okta-sync.page.frame.loading"),
            "failed", texts.text(locale, "okta-sync.page.frame.failed"),
            "noScript", texts.text(locale, "okta-sync.page.frame.no-script")),
        response.getWriter());
  }

  private void writeTexts(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String json = texts.json(locales.getLocale());
    String tag = "\"" + Integer.toHexString(json.hashCode()) + "-" + json.length() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Accept-Language, Cookie");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      response.setContentType("application/json;charset=utf-8");
      response.getWriter().write(json);
    }
  }

  @Override
  void refuse(HttpServletResponse response) throws IOException {
    Locale locale = locales.getLocale();
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/html;charset=utf-8");
    templates.render(
        "templates/refused.vm",
        Map.of(
            "title", texts.text(locale, "okta-sync.page.refused.title"),
            "reason", texts.text(locale, "okta-sync.page.refused.reason")),
        response.getWriter());
  }
}
