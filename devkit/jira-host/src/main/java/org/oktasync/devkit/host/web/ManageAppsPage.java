package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;

/** Lists the enabled add-ons with the link to their configuration. */
public final class ManageAppsPage implements HostPage {
  private final Supplier<Collection<InstalledPlugin>> plugins;

  /**
   * @param plugins the add-ons that are enabled now
   */
  public ManageAppsPage(Supplier<Collection<InstalledPlugin>> plugins) {
    this.plugins = plugins;
  }

  @Override
  public String path() {
    return "/plugins/servlet/upm";
  }

  @Override
  public boolean adminOnly() {
    return true;
  }

  @Override
  public String sectionKey() {
    return "admin_plugins_menu/plugins_menu_section";
  }

  @Override
  public String title() {
    return "Manage apps";
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    for (InstalledPlugin plugin : plugins.get()) {
      rows.append("<tr><td>")
          .append(Html.escape(plugin.descriptor().name()))
          .append("</td><td>")
          .append(Html.escape(plugin.descriptor().version()))
          .append("</td><td>")
          .append(configure(plugin, page.contextPath()))
          .append("</td></tr>");
    }
    page.render(
        title(),
        "<h2>Manage apps</h2><table class=\"aui\"><thead><tr><th>App</th><th>Version</th>"
            + "<th>Actions</th></tr></thead><tbody>"
            + rows
            + "</tbody></table>");
  }

  private static String configure(InstalledPlugin plugin, String context) {
    for (PluginModule info : plugin.descriptor().modules("plugin-info")) {
      String address = info.parameters().get("configure.url");
      if (address != null) {
        return "<a href=\"" + Html.escape(context + address) + "\">Configure</a>";
      }
    }
    return "";
  }
}
