package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.users.Everybody.Filter;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** The list of groups, and with {@code name} one of them with its members. */
final class GroupsPage extends HostPage {

  private static final int SIZE = 50;

  private final Everybody everybody;
  private final Tables tables;
  private final UsersPage users;

  GroupsPage(Everybody everybody, Tables tables, UsersPage users) {
    super(Addresses.GROUPS, Addresses.MANAGEMENT, "Groups");
    this.everybody = everybody;
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    String name = request.getParameter("name");
    int start = Math.max(0, Paging.number(request, "start", 0));
    if (name == null) {
      list(request.getParameter("q"), start, page);
    } else if (everybody.group(name).isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      page.render(
          "No such group", new Markup().add("<p>There is no group %s.</p>", name).toString());
    } else {
      page.render(everybody.group(name).orElseThrow().getName(), detail(name, start, page));
    }
  }

  private void list(String text, int start, PageWriter page) throws IOException {
    String address = page.contextPath() + Addresses.GROUPS;
    Markup body = new Markup().search(address, text).startTable("Group", "Members");
    for (String group : everybody.groupNames(text, start, SIZE)) {
      body.raw("<tr><td>").link(Addresses.group(page.contextPath(), group), group);
      body.add("</td><td>%s</td></tr>", everybody.memberCount(group));
    }
    body.endTable()
        .pager(
            address + "?q=" + Addresses.encode(text) + "&",
            start,
            SIZE,
            everybody.groupCount(text));
    page.render(title(), body.toString());
  }

  private String detail(String name, int start, PageWriter page) {
    List<Directory> all = tables.directories().all();
    Markup body = new Markup().startTable("Directory", "Description");
    for (Directory directory : all) {
      tables
          .groups()
          .find(directory.getId(), name)
          .ifPresent(group -> body.fact(directory.getName(), group.getDescription()));
    }
    body.endTable().raw("<h2>Members</h2>");
    Filter members = Filter.membersOf(name);
    users.people(body, page, all, everybody.users(members, start, SIZE));
    return body.pager(
            Addresses.group(page.contextPath(), name) + "&", start, SIZE, everybody.count(members))
        .toString();
  }
}
