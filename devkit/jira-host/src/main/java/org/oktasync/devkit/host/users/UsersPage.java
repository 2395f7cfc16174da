package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.model.user.UserTemplate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.users.Everybody.Filter;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** The list of people, and with {@code name} one of them. */
final class UsersPage extends HostPage {

  private static final int SIZE = 50;

  private final Everybody everybody;
  private final Tables tables;
  private final CrowdAccess access;

  UsersPage(Everybody everybody, Tables tables, CrowdAccess access) {
    super(Addresses.USERS, Addresses.MANAGEMENT, "Users");
    this.everybody = everybody;
    this.tables = tables;
    this.access = access;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    String name = request.getParameter("name");
    if (name == null) {
      list(request, page);
      return;
    }
    Optional<UserTemplate> user = everybody.user(name);
    if (user.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      page.render("No such user", new Markup().add("<p>There is no user %s.</p>", name).toString());
    } else {
      page.render(user.get().getDisplayName(), detail(page, user.get()));
    }
  }

  private void list(HttpServletRequest request, PageWriter page) throws IOException {
    String text = request.getParameter("q");
    Filter filter = new Filter(text == null || text.isBlank() ? null : text, null, true, true);
    int start = Math.max(0, Paging.number(request, "start", 0));
    String address = page.contextPath() + Addresses.USERS;
    Markup body = new Markup().search(address, text);
    people(body, page, tables.directories().all(), everybody.users(filter, start, SIZE));
    body.pager(
        address + "?q=" + Addresses.encode(text) + "&", start, SIZE, everybody.count(filter));
    page.render(title(), body.toString());
  }

  /** A table of people, the same for the list and for a group. */
  void people(Markup body, PageWriter page, List<Directory> all, List<UserTemplate> people) {
    body.startTable("Username", "Full name", "Email", "State", "Directory", "Groups");
    for (UserTemplate user : people) {
      body.raw("<tr><td>").link(Addresses.user(page.contextPath(), user.getName()), user.getName());
      body.add(
          "</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>",
          user.getDisplayName(),
          user.getEmailAddress(),
          user.isActive() ? "Active" : "Inactive",
          directoryName(all, user.getDirectoryId()));
      groups(body, page, user).raw("</td></tr>");
    }
    body.endTable();
  }

  private Markup groups(Markup body, PageWriter page, UserTemplate user) {
    for (String group : everybody.groupNamesOf(user.getName())) {
      body.link(Addresses.group(page.contextPath(), group), group).raw("<br>");
    }
    return body;
  }

  private String detail(PageWriter page, UserTemplate user) {
    List<Directory> all = tables.directories().all();
    Markup body = new Markup().startTable("Property", "Value");
    body.fact("Username", user.getName())
        .fact("User key", tables.keys().keyOf(user.getName()).orElse(""))
        .fact("Full name", user.getDisplayName())
        .fact("First name", user.getFirstName())
        .fact("Last name", user.getLastName())
        .fact("Email", user.getEmailAddress())
        .fact("State", user.isActive() ? "Active" : "Inactive")
        .fact("Directory", directoryName(all, user.getDirectoryId()));
    for (Directory directory : all) {
      if (directory.getId() != user.getDirectoryId()
          && tables.users().find(directory.getId(), user.getName()).isPresent()) {
        body.fact("Shadowed account in", directory.getName());
      }
    }
    body.endTable().raw("<h2>Groups</h2><p>");
    groups(body, page, user).raw("</p><h2>Attributes</h2>").startTable("Attribute", "Values");
    access.attributesOf(user).forEach((name, values) -> body.fact(name, String.join(", ", values)));
    properties(body.endTable(), user);
    return body.toString();
  }

  private void properties(Markup body, UserTemplate user) {
    body.raw("<h2>User properties</h2>").startTable("Key", "Value");
    tables
        .keys()
        .keyOf(user.getName())
        .ifPresent(key -> tables.properties().visible(key).forEach(body::fact));
    body.endTable();
  }

  private static String directoryName(List<Directory> all, long id) {
    return all.stream()
        .filter(directory -> directory.getId() == id)
        .map(Directory::getName)
        .findFirst()
        .orElse("");
  }
}
