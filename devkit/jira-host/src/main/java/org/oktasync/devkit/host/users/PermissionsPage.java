package org.oktasync.devkit.host.users;

import java.util.Collection;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.web.FormPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** Which groups hold the global permissions and open the product, and the product's seats. */
final class PermissionsPage extends FormPage {

  private static final List<String> PERMISSIONS =
      List.of(Rights.SYSTEM_ADMIN, Rights.ADMINISTER, "USER_PICKER", "BULK_CHANGE");

  private final Rights rights;
  private final Everybody everybody;

  PermissionsPage(Rights rights, Everybody everybody) {
    super(Addresses.PERMISSIONS, Addresses.CONFIGURATION, "Global Permissions");
    this.rights = rights;
    this.everybody = everybody;
  }

  @Override
  protected void change(HttpServletRequest request, String action) {
    String right = request.getParameter("right");
    String group = request.getParameter("group");
    switch (action) {
      case "add" -> add(right, group);
      case "remove" -> remove(right, group);
      case "seats" -> rights.setSeats(right, Paging.number(request, "seats", Rights.UNLIMITED));
      default -> throw new IllegalArgumentException("Unknown action " + action);
    }
  }

  private void add(String right, String group) {
    if (everybody.group(group).isEmpty()) {
      throw new IllegalArgumentException("There is no group " + group);
    }
    if (Rights.APPLICATIONS.containsKey(right)) {
      rights.addRoleGroup(right, group);
    } else if (PERMISSIONS.contains(right)) {
      rights.grant(right, group);
    } else {
      throw new IllegalArgumentException("There is no permission " + right);
    }
  }

  /** Jira keeps at least one group of system administrators. */
  private void remove(String right, String group) {
    if (right.equals(Rights.SYSTEM_ADMIN) && rights.groupsWith(right).size() < 2) {
      throw new IllegalArgumentException("One group must remain system administrators");
    }
    rights.revoke(right, group);
    rights.removeRoleGroup(right, group);
  }

  @Override
  protected void show(Markup body, PageWriter page) {
    body.startTable("Right", "Groups", "Add a group");
    for (String permission : PERMISSIONS) {
      row(body, page, permission, rights.groupsWith(permission));
    }
    Rights.APPLICATIONS.keySet().forEach(key -> row(body, page, key, rights.roleGroups(key)));
    body.endTable();
    Rights.APPLICATIONS.keySet().forEach(key -> seats(body, page, key));
  }

  private void row(Markup body, PageWriter page, String right, Collection<String> groups) {
    body.add("<tr><td>%s</td><td>", right);
    for (String group : groups) {
      form(body, page).link(Addresses.group(page.contextPath(), group), group);
      body.add("<input type=\"hidden\" name=\"right\" value=\"%s\">", right)
          .add("<input type=\"hidden\" name=\"group\" value=\"%s\"> ", group)
          .raw("<button class=\"aui-button aui-button-link\" name=\"action\" value=\"remove\">")
          .raw("remove</button></form>");
    }
    form(body.raw("</td><td>"), page)
        .add("<input type=\"hidden\" name=\"right\" value=\"%s\">", right)
        .add("<input class=\"text\" name=\"group\" aria-label=\"Group for %s\"> ", right)
        .raw("<button class=\"aui-button\" name=\"action\" value=\"add\">Add</button></form>")
        .raw("</td></tr>");
  }

  private void seats(Markup body, PageWriter page, String application) {
    form(body.add("<h2>Seats of %s</h2>", application), page)
        .add("<p>%s taken. ", everybody.countActiveIn(rights.roleGroups(application)))
        .add("<input type=\"hidden\" name=\"right\" value=\"%s\">", application)
        .field("seats", "Seats, -1 for no limit", rights.seats(application))
        .button("seats", "Save")
        .raw("</p></form>");
  }
}
