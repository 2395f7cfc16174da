package org.oktasync.devkit.host.web;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Shows what the node is: version, node, folders. */
public final class SystemInfoPage implements HostPage {
  private final Map<String, String> facts;

  /**
   * @param facts names and values, shown in the order of the map
   */
  public SystemInfoPage(Map<String, String> facts) {
    this.facts = facts;
  }

  @Override
  public String path() {
    return "/secure/admin/ViewSystemInfo.jspa";
  }

  @Override
  public boolean adminOnly() {
    return true;
  }

  @Override
  public String sectionKey() {
    return "admin_system_menu/top_system_section";
  }

  @Override
  public String title() {
    return "System info";
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    facts.forEach(
        (name, value) ->
            rows.append("<tr><th scope=\"row\">")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(value))
                .append("</td></tr>"));
    page.render(
        title(), "<h2>System info</h2><table class=\"aui\"><tbody>" + rows + "</tbody></table>");
  }
}
