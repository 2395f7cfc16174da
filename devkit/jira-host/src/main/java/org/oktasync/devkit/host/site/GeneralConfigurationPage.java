package org.oktasync.devkit.host.site;

import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.web.FormPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** The base URL and the server id; a copy of a site has others, or should have. */
public final class GeneralConfigurationPage extends FormPage {
  private final SiteSettings site;

  /** Shows and changes these settings. */
  public GeneralConfigurationPage(SiteSettings site) {
    super(
        "/secure/admin/EditApplicationProperties!default.jspa",
        "admin_system_menu/top_system_section",
        "General configuration");
    this.site = site;
  }

  @Override
  protected void change(HttpServletRequest request, String action) {
    site.setBaseUrl(String.valueOf(request.getParameter("baseUrl")));
    site.setServerId(String.valueOf(request.getParameter("serverId")));
  }

  @Override
  protected void show(Markup body, PageWriter page) {
    form(body, page)
        .raw("<p>")
        .field("baseUrl", "Base URL", site.baseUrl())
        .raw("</p><p>")
        .field("serverId", "Server id", site.serverId())
        .raw("</p>")
        .button("save", "Save")
        .raw("</form>");
  }
}
