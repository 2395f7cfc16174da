package org.oktasync.devkit.host.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.glassfish.jersey.servlet.ServletContainer;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.XsrfTokens;
import org.oktasync.devkit.host.web.ModuleRequests;
import org.oktasync.devkit.host.web.Route;

/** The {@code <rest>} modules, below {@code /rest}; {@code latest} names their version too. */
public final class PluginRest implements Route {
  private final Accounts accounts;
  private final XsrfTokens tokens;
  private final Map<String, Mounted> mounted = new ConcurrentHashMap<>();

  /** Callers are judged by these accounts, forms by these tokens. */
  public PluginRest(Accounts accounts, XsrfTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  private record Mounted(InstalledPlugin plugin, ServletContainer container) {}

  /** Builds the applications of an add-on. */
  public void add(InstalledPlugin plugin, ServletContext context) throws ServletException {
    for (PluginModule module : plugin.descriptor().modules("rest")) {
      RestApplication application =
          new RestApplication(plugin, module.texts("package"), accounts, tokens);
      ServletContainer container = new ServletContainer(application);
      container.init(ModuleRequests.config(module.key(), Map.of(), context));
      Mounted one = new Mounted(plugin, container);
      for (String version : List.of(module.attribute("version"), "latest")) {
        mounted.put("/rest" + module.attribute("path") + "/" + version, one);
      }
    }
  }

  /** Takes the applications of an add-on out of service. */
  public void remove(InstalledPlugin plugin) {
    Set<Mounted> own =
        mounted.values().stream().filter(one -> one.plugin() == plugin).collect(Collectors.toSet());
    mounted.values().removeAll(own);
    own.forEach(one -> one.container().destroy());
  }

  @Override
  public boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException, ServletException {
    for (Map.Entry<String, Mounted> entry : mounted.entrySet()) {
      String base = entry.getKey();
      if (path.startsWith(base + "/")) {
        response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
        entry
            .getValue()
            .container()
            .service(ModuleRequests.below(request, base, path.substring(base.length())), response);
        return true;
      }
    }
    return false;
  }
}
