package org.oktasync.devkit.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import org.oktasync.devkit.host.assets.AssetsPages;
import org.oktasync.devkit.host.audit.AuditPage;
import org.oktasync.devkit.host.navigation.AdminMenu;
import org.oktasync.devkit.host.navigation.Conditions;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.resource.Downloads;
import org.oktasync.devkit.host.resource.WebResources;
import org.oktasync.devkit.host.rest.HostRestCalls;
import org.oktasync.devkit.host.rest.PluginRest;
import org.oktasync.devkit.host.security.Authentication;
import org.oktasync.devkit.host.site.DevkitRest;
import org.oktasync.devkit.host.site.GeneralConfigurationPage;
import org.oktasync.devkit.host.token.TokenRest;
import org.oktasync.devkit.host.token.TokensPage;
import org.oktasync.devkit.host.web.AdminFrame;
import org.oktasync.devkit.host.web.FrontServlet;
import org.oktasync.devkit.host.web.HeaderLink;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.HostPages;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.ManageAppsPage;
import org.oktasync.devkit.host.web.MemberPage;
import org.oktasync.devkit.host.web.MemberPages;
import org.oktasync.devkit.host.web.PluginServlets;
import org.oktasync.devkit.host.web.SessionPages;
import org.oktasync.devkit.host.web.SystemInfoPage;
import org.oktasync.devkit.jiraapi.HostSeams;

/** Everything that answers requests. */
final class WebSite {
  private final ServletContext context;
  private final WebResources resources = new WebResources();
  private final AdminMenu menu;
  private final PluginServlets servlets;
  private final PluginRest rest;
  private final FrontServlet.Site front;

  /** Wires the routes. */
  WebSite(Platform platform, HostOptions options, ServletContext context) {
    this.context = context;
    List<HostPage> pages = pages(platform, options);
    menu = new AdminMenu(new Conditions(platform.accounts), platform.texts, pages);
    AdminFrame frame =
        new AdminFrame(
            menu,
            platform.pageResources,
            resources,
            platform.tokens,
            headerLinks(options),
            options.scriptPolicy());
    Authentication authentication = new Authentication(platform.accounts, platform.personalTokens);
    servlets = new PluginServlets(platform.accounts, frame);
    rest = new PluginRest(platform.accounts, platform.tokens);
    front =
        new FrontServlet.Site(
            authentication,
            platform.caller,
            platform.pageResources,
            List.of(
                new SessionPages(
                    platform.accounts,
                    authentication,
                    platform.secure,
                    platform.tokens,
                    frame,
                    user -> platform.events.publish(HostSeams.loginEvent(user))),
                new HostPages(platform.accounts, platform.secure, platform.tokens, frame, pages),
                new MemberPages(platform.tokens, frame, memberPages(platform)),
                new HostRestCalls(platform.tokens, restApi(platform)),
                servlets,
                rest,
                new Downloads(resources)));
  }

  private List<HostPage> pages(Platform platform, HostOptions options) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Version", platform.version());
    facts.put("Node", options.nodeName());
    facts.put("Home", options.home().toString());
    facts.put("Shared home", options.sharedHome().toString());
    facts.put("Database", options.database().url());
    List<HostPage> pages = new ArrayList<>(platform.users.pages());
    pages.addAll(platform.projects.pages());
    pages.add(new ManageAppsPage(resources::plugins));
    pages.add(new GeneralConfigurationPage(platform.site));
    pages.add(new SystemInfoPage(facts));
    if (platform.mail != null) {
      pages.add(platform.mail.page(platform.site));
    }
    if (platform.audit != null) {
      pages.add(new AuditPage(platform.audit));
    }
    return List.copyOf(pages);
  }

  private static List<HeaderLink> headerLinks(HostOptions options) {
    HeaderLink tokens = new HeaderLink(TokensPage.PATH, TokensPage.TITLE);
    return options.site().assets().on()
        ? List.of(new HeaderLink(AssetsPages.SCHEMAS, "Assets"), tokens)
        : List.of(tokens);
  }

  private static List<MemberPage> memberPages(Platform platform) {
    List<MemberPage> pages = new ArrayList<>(platform.assets.pages());
    pages.add(new TokensPage(platform.personalTokens, platform.accounts::keyOf));
    return pages;
  }

  private static List<HostRest> restApi(Platform platform) {
    List<HostRest> calls = new ArrayList<>(platform.users.restApi());
    calls.addAll(platform.projects.restApi());
    calls.addAll(platform.assets.restApi());
    for (String prefix : List.of(TokenRest.LATEST, TokenRest.VERSIONED)) {
      calls.add(new TokenRest(prefix, platform.personalTokens, platform.accounts::keyOf));
    }
    calls.add(
        new DevkitRest(
            platform.site,
            platform.users,
            platform.mail,
            platform.audit,
            platform.assets.faults(),
            platform.scheduler::startAll));
    return calls;
  }

  /** What the front servlet needs to serve the site. */
  FrontServlet.Site front() {
    return front;
  }

  void add(InstalledPlugin plugin) throws ServletException {
    resources.add(plugin);
    menu.add(plugin);
    servlets.add(plugin, context);
    rest.add(plugin, context);
  }

  void remove(InstalledPlugin plugin) {
    rest.remove(plugin);
    servlets.remove(plugin);
    menu.remove(plugin);
    resources.remove(plugin);
  }
}
