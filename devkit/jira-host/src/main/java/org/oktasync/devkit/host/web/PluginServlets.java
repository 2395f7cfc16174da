package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;
import org.oktasync.devkit.host.security.AccessPolicy;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.SignInUri;

/** The {@code <servlet>} modules, below {@code /plugins/servlet}. */
public final class PluginServlets implements Route {
  private static final String ROOT = "/plugins/servlet";

  private final Accounts accounts;
  private final AdminFrame frame;
  private final List<Mapping> mappings = new CopyOnWriteArrayList<>();

  /** HTML pages that ask for a decorator get the frame. */
  public PluginServlets(Accounts accounts, AdminFrame frame) {
    this.accounts = accounts;
    this.frame = frame;
  }

  private record Mapping(
      InstalledPlugin plugin, String base, boolean below, Servlet servlet, AccessPolicy policy) {

    boolean matches(String path) {
      return path.equals(base) || (below && path.startsWith(base + "/"));
    }
  }

  /** Makes and initialises the servlets of an add-on. */
  public void add(InstalledPlugin plugin, ServletContext context) throws ServletException {
    List<Mapping> added = new ArrayList<>();
    for (PluginModule module : plugin.descriptor().modules("servlet")) {
      Servlet servlet = plugin.create(module.attribute("class"), Servlet.class);
      servlet.init(ModuleRequests.config(module.key(), module.parameters(), context));
      AccessPolicy policy = AccessPolicy.of(servlet.getClass(), servlet.getClass().getPackage());
      for (String pattern : module.texts("url-pattern")) {
        boolean below = pattern.endsWith("/*");
        String base = below ? pattern.substring(0, pattern.length() - 2) : pattern;
        added.add(new Mapping(plugin, base, below, servlet, policy));
      }
    }
    mappings.addAll(added);
  }

  /** Takes the servlets of an add-on out of service. */
  public void remove(InstalledPlugin plugin) {
    List<Mapping> own = mappings.stream().filter(mapping -> mapping.plugin() == plugin).toList();
    mappings.removeAll(own);
    own.stream().map(Mapping::servlet).distinct().forEach(Servlet::destroy);
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException, ServletException {
    if (!path.startsWith(ROOT + "/")) {
      return false;
    }
    String below = path.substring(ROOT.length());
    Optional<Mapping> longest =
        mappings.stream()
            .filter(mapping -> mapping.matches(below))
            .max(Comparator.comparingInt(mapping -> mapping.base().length()));
    if (longest.isEmpty()) {
      return false;
    }
    switch (longest.get().policy().judge(accounts, request.getRemoteUser())) {
      case ALLOWED -> serve(longest.get(), request, response, below);
      case SIGN_IN -> response.sendRedirect(signIn(request, path));
      case FORBIDDEN -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
    return true;
  }

  private static String signIn(HttpServletRequest request, String path) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return request.getContextPath() + SignInUri.PATH + SignInUri.query(path + query);
  }

  private void serve(
      Mapping mapping, HttpServletRequest request, HttpServletResponse response, String below)
      throws IOException, ServletException {
    HttpServletRequest own =
        ModuleRequests.below(
            request, ROOT + mapping.base(), below.substring(mapping.base().length()));
    HtmlBuffer buffer = new HtmlBuffer(response);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(mapping.plugin().loader());
    try {
      mapping.servlet().service(own, buffer);
    } finally {
      thread.setContextClassLoader(before);
    }
    if (buffer.hasHtml()) {
      frame.decorate(request, response, buffer.html());
    }
  }
}
