package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.navigation.AdminMenu;
import org.oktasync.devkit.host.resource.Downloads;
import org.oktasync.devkit.host.resource.PageResources;
import org.oktasync.devkit.host.resource.WebResources;
import org.oktasync.devkit.host.security.XsrfTokens;

/**
 * Writes pages that look like Jira's: the header, and for administration the tabs and the left
 * navigation. An add-on's page chooses by its {@code decorator} meta element.
 */
public final class AdminFrame {
  private static final Pattern META =
      Pattern.compile("<meta\\s+name=\"([^\"]+)\"\\s+content=\"([^\"]*)\"\\s*/?>");
  private static final Pattern TITLE = Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.DOTALL);
  private static final Pattern HEAD = Pattern.compile("<head[^>]*>(.*?)</head>", Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("<body[^>]*>(.*)</body>", Pattern.DOTALL);
  private static final String POLICY =
      "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";
  private static final String NO_AUI =
      "<p>AUI was not fetched at build time (npm was absent), so pages have no styles.</p>";
  private static final String WHOLE_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s - Jira stand-in</title>
      <meta name="ajs-context-path" content="%s">
      %s%s
      </head><body class="aui-layout aui-theme-default"><div id="page">
      %s
      <main id="content">%s%s</main>
      <footer id="footer"><section class="footer-body"><p>Jira stand-in for development</p>
      </section></footer></div></body></html>
      """;
  private static final String HEADER =
      """
      <header id="header"><nav class="aui-header" aria-label="Site">
      <div class="aui-header-primary"><span class="aui-header-logo aui-header-logo-textonly">
      <a href="%s/secure/Dashboard.jspa"><span class="aui-header-logo-device">Jira stand-in</span>
      </a></span></div>
      <div class="aui-header-secondary"><ul class="aui-nav">%s</ul></div></nav></header>\
      """;
  private static final String PLAIN_CONTENT =
      """
      <div class="aui-page-panel"><div class="aui-page-panel-inner">
      <section class="aui-page-panel-content">%s</section></div></div>\
      """;
  private static final String ADMIN_CONTENT =
      """
      <header class="aui-page-header"><div class="aui-page-header-inner">
      <div class="aui-page-header-main"><h1>Administration</h1></div></div></header>
      <nav class="aui-navgroup aui-navgroup-horizontal" aria-label="Administration">
      <div class="aui-navgroup-inner"><div class="aui-navgroup-primary">
      <ul class="aui-nav">%s</ul></div></div></nav>
      <div class="aui-page-panel"><div class="aui-page-panel-inner">
      <div class="aui-page-panel-nav">
      <nav class="aui-navgroup aui-navgroup-vertical" aria-label="Section">
      <div class="aui-navgroup-inner">%s</div></nav></div>
      <section class="aui-page-panel-content">%s</section></div></div>
      """;

  private final Navigation navigation;
  private final HeadTags tags;
  private final XsrfTokens tokens;
  private final List<HeaderLink> links;
  private final boolean scriptPolicy;

  /**
   * @param links in the header, for whoever is signed in
   * @param scriptPolicy whether pages forbid inline script
   */
  public AdminFrame(
      AdminMenu menu,
      PageResources page,
      WebResources resources,
      XsrfTokens tokens,
      List<HeaderLink> links,
      boolean scriptPolicy) {
    navigation = new Navigation(menu);
    tags = new HeadTags(page, resources);
    this.tokens = tokens;
    this.links = links;
    this.scriptPolicy = scriptPolicy;
  }

  /**
   * What goes into the frame.
   *
   * @param title markup
   * @param head markup for the head, possibly empty
   * @param section key of the active section; empty for a page outside of the administration
   * @param item key of the active link, possibly empty
   */
  private record Content(String title, String head, String body, String section, String item) {}

  /** Puts an add-on's page into the frame that it asks for, or passes it on as it is. */
  void decorate(HttpServletRequest request, HttpServletResponse response, String html)
      throws IOException {
    String decorator = meta(html, "decorator");
    String section = meta(html, "admin.active.section");
    switch (decorator) {
      case "" -> send(response, html);
      case "atl.general" -> write(request, response, content(html, ""));
      case "atl.admin" ->
          write(request, response, content(html, section.isEmpty() ? "none" : section));
      default -> throw new IllegalArgumentException("The stand-in has no decorator " + decorator);
    }
  }

  private static Content content(String html, String section) {
    String head = TITLE.matcher(first(HEAD, html)).replaceAll("");
    return new Content(
        first(TITLE, html), head, first(BODY, html), section, meta(html, "admin.active.tab"));
  }

  /** Writes one of the host's own pages of the administration. */
  void administration(
      HttpServletRequest request,
      HttpServletResponse response,
      HostPage page,
      String title,
      String body)
      throws IOException {
    write(
        request,
        response,
        new Content(
            Html.escape(title),
            "",
            "<h2>" + Html.escape(title) + "</h2>" + body,
            page.sectionKey(),
            page.path()));
  }

  /** Writes a page without navigation. */
  void plain(HttpServletRequest request, HttpServletResponse response, String title, String body)
      throws IOException {
    write(request, response, new Content(Html.escape(title), "", body, "", ""));
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Content content)
      throws IOException {
    String context = request.getContextPath();
    String user = request.getRemoteUser();
    boolean admin = !content.section().isEmpty();
    String tab = content.section().split("/", 2)[0];
    String body =
        admin
            ? ADMIN_CONTENT.formatted(
                navigation.tabs(context, user, tab),
                navigation.sections(context, user, content.section(), content.item()),
                content.body())
            : PLAIN_CONTENT.formatted(content.body());
    String html =
        WHOLE_PAGE.formatted(
            content.title(),
            context,
            tags.markup(context, admin ? "atl.admin" : "atl.general"),
            content.head(),
            header(request, response),
            Downloads.hasAui() ? "" : NO_AUI,
            body);
    send(response, html);
  }

  private void send(HttpServletResponse response, String html) throws IOException {
    if (scriptPolicy) {
      response.setHeader("Content-Security-Policy", POLICY);
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(html);
  }

  private String header(HttpServletRequest request, HttpServletResponse response) {
    String context = request.getContextPath();
    String user = request.getRemoteUser();
    String token = tokens.getXsrfToken(request, response, true);
    String own =
        user == null
            ? link(context + "/login.jsp", "Log in")
            : links.stream()
                    .map(link -> link(context + link.path(), link.label()))
                    .collect(Collectors.joining())
                + link(context + HostPages.ADMINISTRATION, "Administration")
                + link(context + "/logout?atl_token=" + token, "Log out " + user);
    return HEADER.formatted(context, own);
  }

  private static String link(String address, String label) {
    return "<li><a href=\"" + Html.escape(address) + "\">" + Html.escape(label) + "</a></li>";
  }

  private static String meta(String html, String name) {
    Matcher matcher = META.matcher(html);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    return "";
  }

  private static String first(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    return matcher.find() ? matcher.group(1) : "";
  }
}
