package org.oktasync.devkit.host.users;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.PageWriter;

/** Which groups hold the global permissions and open the product, and the product's seats. */
final class PermissionsPage extends AdminPage {

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
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      page.render(title(), body(page, null));
      return;
    }
    try {
      change(request);
      response.sendRedirect(page.contextPath() + Addresses.PERMISSIONS);
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      page.render(title(), body(page, e.getMessage()));
    }
  }

  private void change(HttpServletRequest request) {
    String right = request.getParameter("right");
    String group = request.getParameter("group");
    switch (String.valueOf(request.getParameter("action"))) {
      case "add" -> add(right, group);
      case "remove" -> remove(right, group);
      case "seats" ->
          rights.setSeats(Rights.SOFTWARE, Paging.number(request, "seats", Rights.UNLIMITED));
      default -> throw new IllegalArgumentException("Unknown action");
    }
  }

  private void add(String right, String group) {
    if (everybody.group(group).isEmpty()) {
      throw new IllegalArgumentException("There is no group " + group);
    }
    if (right.equals(Rights.SOFTWARE)) {
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

  private String body(PageWriter page, String error) {
    Markup body = new Markup();
    if (error != null) {
      body.add("<div class=\"aui-message aui-message-error\"><p>%s</p></div>", error);
    }
    body.startTable("Right", "Groups", "Add a group");
    for (String permission : PERMISSIONS) {
      row(body, page, permission, rights.groupsWith(permission));
    }
    row(body, page, Rights.SOFTWARE, rights.roleGroups(Rights.SOFTWARE));
    return seats(body.endTable(), page).toString();
  }

  private static void row(Markup body, PageWriter page, String right, Collection<String> groups) {
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

  private Markup seats(Markup body, PageWriter page) {
    int seats = rights.seats(Rights.SOFTWARE);
    int taken = everybody.countActiveIn(rights.roleGroups(Rights.SOFTWARE));
    return form(body.add("<h2>Seats of %s</h2>", Rights.SOFTWARE), page)
        .add("<p>%s taken. ", taken)
        .raw("<label for=\"seats\">Seats, -1 for no limit </label>")
        .add("<input class=\"text\" id=\"seats\" name=\"seats\" value=\"%s\"> ", seats)
        .raw("<button class=\"aui-button\" name=\"action\" value=\"seats\">Save</button></p>")
        .raw("</form>");
  }

  private static Markup form(Markup body, PageWriter page) {
    return body.add(
            "<form action=\"%s\" method=\"post\">", page.contextPath() + Addresses.PERMISSIONS)
        .raw(page.tokenField());
  }
}
