package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

/** Who gets which page, and what is asked of a visitor first. */
public class AdminServletTest {
  private static final UserKey ADMIN = new UserKey("admin-key");

  private final UserManager users = mock(UserManager.class);
  private final LoginUriProvider login = mock(LoginUriProvider.class);
  private final WebSudoManager webSudo = mock(WebSudoManager.class);
  private final TemplateRenderer templates = mock(TemplateRenderer.class);
  private final PageBuilderService resources = mock(PageBuilderService.class);
  private final RequiredResources required = mock(RequiredResources.class);
  private final LocaleResolver locales = mock(LocaleResolver.class);
  private final I18nResolver texts = mock(I18nResolver.class);
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final StringWriter written = new StringWriter();

  private AdminServlet servlet;

  @Before
  public void setUp() throws Exception {
    servlet = new AdminServlet(users, login, webSudo, templates, resources, locales, texts);
    ServletConfig config = mock(ServletConfig.class);
    when(config.getInitParameter("script")).thenReturn("/download/main.js");
    when(config.getInitParameter("styles")).thenReturn("key:styles");
    servlet.init(config);
    WebResourceAssembler assembler = mock(WebResourceAssembler.class);
    when(resources.assembler()).thenReturn(assembler);
    when(assembler.resources()).thenReturn(required);
    when(locales.getLocale()).thenReturn(Locale.US);
    when(texts.getText(any(Locale.class), anyString())).thenAnswer(call -> call.getArgument(1));
    when(users.getRemoteUserKey()).thenReturn(ADMIN);
    when(users.isSystemAdmin(ADMIN)).thenReturn(true);
    when(request.getMethod()).thenReturn("GET");
    when(request.getContextPath()).thenReturn("/jira");
    when(request.getRequestURL()).thenReturn(new StringBuffer("http://jira/okta-sync/runs"));
    when(request.getQueryString()).thenReturn("connection=1");
    when(response.getWriter()).thenReturn(new PrintWriter(written, true));
  }

  private void visit(String path) throws Exception {
    when(request.getPathInfo()).thenReturn(path);
    servlet.service(request, response);
  }

  @Test
  public void whoIsNotSignedIn_isSentToSignInAndBack() throws Exception {
    when(users.getRemoteUserKey()).thenReturn(null);
    when(login.getLoginUri(URI.create("http://jira/okta-sync/runs?connection=1")))
        .thenReturn(URI.create("http://jira/login"));

    visit("/runs");

    verify(response).sendRedirect("http://jira/login");
    verifyNoInteractions(webSudo, templates);
  }

  @Test
  public void whoIsNoSystemAdministrator_isTurnedAwayBeforeAPasswordIsAsked() throws Exception {
    when(users.isSystemAdmin(ADMIN)).thenReturn(false);
    when(users.isAdmin(ADMIN)).thenReturn(true);

    visit("/runs");

    verify(response).setStatus(403);
    verify(templates).render(eq("templates/refused.vm"), anyMap(), any());
    verifyNoInteractions(webSudo, resources);
  }

  @Test
  public void withoutSecureSession_passwordIsAskedAndNothingIsShown() throws Exception {
    doThrow(new WebSudoSessionException()).when(webSudo).willExecuteWebSudoRequest(request);

    visit("/runs");

    verify(webSudo).enforceWebSudoProtection(request, response);
    verifyNoInteractions(templates, resources);
  }

  @Test
  public void checksGoInOrder_thenThePageIsShown() throws Exception {
    visit("/runs/12");

    InOrder order = inOrder(users, webSudo, required, templates);
    order.verify(users).isSystemAdmin(ADMIN);
    order.verify(webSudo).willExecuteWebSudoRequest(request);
    order.verify(required).requireWebResource("key:styles");
    order.verify(templates).render(eq("templates/page.vm"), anyMap(), any());
  }

  @Test
  public void everyMethod_isGuarded() throws Exception {
    when(users.isSystemAdmin(ADMIN)).thenReturn(false);
    for (String method : new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}) {
      when(request.getMethod()).thenReturn(method);
      visit("");
    }

    verify(response, org.mockito.Mockito.times(6)).setStatus(403);
    verify(response, never()).setHeader(eq("Allow"), anyString());
  }

  @Test
  public void post_isNoWayToDoAnything() throws Exception {
    when(request.getMethod()).thenReturn("POST");
    when(request.getProtocol()).thenReturn("HTTP/1.1");

    visit("/runs");

    verify(response).sendError(eq(405), anyString());
    verifyNoInteractions(templates);
  }

  @Test
  public void unknownAddress_isNotFound() throws Exception {
    visit("/connections/1/secrets");

    verify(response).sendError(404);
    verify(templates, never()).render(anyString(), anyMap(), any());
  }

  @Test
  public void page_getsPlainTextsAlone() throws Exception {
    visit("/connections/7/links");

    verify(templates)
        .render(
            eq("templates/page.vm"),
            org.mockito.ArgumentMatchers.argThat(
                values ->
                    values.values().stream().allMatch(String.class::isInstance)
                        && values.get("page").equals("links")
                        && values.get("id").equals("7")
                        && values.get("script").equals("/jira/download/main.js")),
            any());
  }

  @Test
  public void texts_comeAsJsonWithoutPrefix_andAreNotSentTwice() throws Exception {
    when(texts.getAllTranslationsForPrefix("okta-sync.page.", Locale.US))
        .thenReturn(Map.of("okta-sync.page.b", "It''s {0}", "okta-sync.page.a", "\"</script>"));

    visit("/texts.json");

    assertThat(written.toString(), is("{\"a\":\"\\\"</script>\",\"b\":\"It''s {0}\"}"));
    verify(response).setContentType(org.mockito.ArgumentMatchers.contains("application/json"));
    var tag = org.mockito.ArgumentCaptor.forClass(String.class);
    verify(response).setHeader(eq("ETag"), tag.capture());
    assertThat(tag.getValue(), containsString("\""));

    when(request.getHeader("If-None-Match")).thenReturn(tag.getValue());
    written.getBuffer().setLength(0);
    visit("/texts.json");

    verify(response).setStatus(304);
    assertThat(written.toString(), is(""));
    verify(response, never()).sendError(anyInt());
  }
}
