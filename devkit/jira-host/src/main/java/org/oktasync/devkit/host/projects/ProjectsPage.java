package org.oktasync.devkit.host.projects;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.projects.ProjectTables.ComponentRow;
import org.oktasync.devkit.host.projects.ProjectTables.ProjectRow;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** Every project with its components, and who leads them. */
final class ProjectsPage extends HostPage {
  private final ProjectTables tables;
  private final UserManager users;

  ProjectsPage(ProjectTables tables, UserManager users) {
    super(
        "/secure/project/Leads.jspa",
        "admin_users_menu/users_groups_section",
        "Projects and leads");
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    Markup body = new Markup().startTable("Project", "Component", "Lead");
    for (ProjectRow project : tables.projects("")) {
      row(body, project.key(), "", project.lead());
      for (ComponentRow component : tables.components("where project = ?", project.id())) {
        row(body, project.key(), component.name(), component.lead());
      }
    }
    page.render(title(), body.endTable().toString());
  }

  private void row(Markup body, String project, String component, String leadKey) {
    ApplicationUser lead = leadKey == null ? null : users.getUserByKey(leadKey);
    String name = lead == null ? "" : lead.getUsername();
    String state = lead == null || lead.isActive() ? "" : " (inactive)";
    body.add("<tr><td>%s</td><td>%s</td><td>%s%s</td></tr>", project, component, name, state);
  }
}
