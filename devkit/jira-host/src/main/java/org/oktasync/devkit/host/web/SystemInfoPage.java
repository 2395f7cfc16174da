package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Shows what the node is: version, node, folders. */
public final class SystemInfoPage extends HostPage {
  private final Map<String, String> facts;

  /**
   * @param facts names and values, shown in the order of the map
   */
  public SystemInfoPage(Map<String, String> facts) {
    super(
        "/secure/admin/ViewSystemInfo.jspa", "admin_system_menu/top_system_section", "System info");
    this.facts = facts;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    Markup body = new Markup().startTable("Property", "Value");
    facts.forEach(body::fact);
    page.render(title(), body.endTable().toString());
  }
}
