package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;

/** Lists the enabled add-ons with the link to their configuration. */
public final class ManageAppsPage extends HostPage {
  private final Supplier<Collection<InstalledPlugin>> plugins;

  /**
   * @param plugins the add-ons that are enabled now
   */
  public ManageAppsPage(Supplier<Collection<InstalledPlugin>> plugins) {
    super("/plugins/servlet/upm", "admin_plugins_menu/plugins_menu_section", "Manage apps");
    this.plugins = plugins;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    Markup body = new Markup().startTable("App", "Version", "Actions");
    for (InstalledPlugin plugin : plugins.get()) {
      body.add(
          "<tr><td>%s</td><td>%s</td><td>",
          plugin.descriptor().name(), plugin.descriptor().version());
      configure(body, plugin, page.contextPath());
      body.raw("</td></tr>");
    }
    page.render(title(), body.endTable().toString());
  }

  private static void configure(Markup body, InstalledPlugin plugin, String context) {
    for (PluginModule info : plugin.descriptor().modules("plugin-info")) {
      String address = info.parameters().get("configure.url");
      if (address != null) {
        body.link(context + address, "Configure");
      }
    }
  }
}
