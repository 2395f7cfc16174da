package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.PageWriter;

/** The user directories in their order, with what an administrator does to them. */
final class DirectoriesPage extends AdminPage {

  private final CrowdDirectories directories;
  private final Everybody everybody;

  DirectoriesPage(CrowdDirectories directories, Everybody everybody) {
    super(Addresses.DIRECTORIES, Addresses.CONFIGURATION, "User Directories");
    this.directories = directories;
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
      response.sendRedirect(page.contextPath() + Addresses.DIRECTORIES);
    } catch (OperationFailedException | IllegalArgumentException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      page.render(title(), body(page, e.getMessage()));
    }
  }

  private void change(HttpServletRequest request) {
    String action = String.valueOf(request.getParameter("action"));
    long id = Paging.number(request, "id", 0);
    switch (action) {
      case "create" -> create(request.getParameter("directoryName"), request.getParameter("type"));
      case "enable", "disable" -> setActive(id, action.equals("enable"));
      case "up", "down" -> directories.setDirectoryPosition(id, place(id, action.equals("up")));
      default -> throw new IllegalArgumentException("Unknown action " + action);
    }
  }

  /** A directory that is not internal is read only: the stand-in has no server behind it. */
  private void create(String name, String type) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A directory needs a name");
    }
    ImmutableDirectory.Builder directory =
        ImmutableDirectory.newBuilder(FirstData.internal(name.strip()));
    DirectoryType chosen = DirectoryType.valueOf(type);
    if (chosen != DirectoryType.INTERNAL) {
      directory.setType(chosen);
      directory.setImplementationClass("com.atlassian.crowd.directory." + chosen);
      directory.setAllowedOperations(Set.of());
    }
    directories.addDirectory(directory.toDirectory());
  }

  private void setActive(long id, boolean active) {
    Directory before = directories.findDirectoryById(id);
    if (before == null) {
      throw new IllegalArgumentException("There is no directory " + id);
    }
    ImmutableDirectory.Builder changed = ImmutableDirectory.newBuilder(before);
    changed.setActive(active);
    directories.updateDirectory(changed.toDirectory());
  }

  private int place(long id, boolean up) {
    List<Long> order = directories.findAllDirectories().stream().map(Directory::getId).toList();
    return order.indexOf(id) + (up ? -1 : 1);
  }

  private String body(PageWriter page, String error) {
    Markup body = new Markup();
    if (error != null) {
      body.add("<div class=\"aui-message aui-message-error\"><p>%s</p></div>", error);
    }
    body.startTable("Order", "Name", "Type", "State", "Allows", "Users", "Groups", "Actions");
    int place = 1;
    for (Directory directory : directories.findAllDirectories()) {
      row(body, page, directory, place++);
    }
    return create(body.endTable(), page).toString();
  }

  private void row(Markup body, PageWriter page, Directory directory, int place) {
    boolean writable = !directory.getAllowedOperations().isEmpty();
    body.add(
        "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>",
        place,
        directory.getName(),
        directory.getType(),
        directory.isActive() ? "Active" : "Disabled",
        writable ? "Read and write" : "Read only",
        everybody.usersIn(directory.getId()),
        everybody.groupsIn(directory.getId()));
    body.add("<form action=\"%s\" method=\"post\">", page.contextPath() + Addresses.DIRECTORIES)
        .raw(page.tokenField())
        .add("<input type=\"hidden\" name=\"id\" value=\"%s\">", directory.getId());
    for (String action : List.of("up", "down", directory.isActive() ? "disable" : "enable")) {
      body.add(
          "<button class=\"aui-button aui-button-link\" name=\"action\" value=\"%s\">%s</button>",
          action, action);
    }
    body.raw("</form></td></tr>");
  }

  private static Markup create(Markup body, PageWriter page) {
    body.raw("<h2>Add a directory</h2>")
        .add(
            "<form class=\"aui\" action=\"%s\" method=\"post\">",
            page.contextPath() + Addresses.DIRECTORIES)
        .raw(page.tokenField())
        .raw("<label for=\"directoryName\">Name </label>")
        .raw("<input class=\"text\" id=\"directoryName\" name=\"directoryName\"> ")
        .raw(
            "<label for=\"type\">Type </label><select class=\"select\" id=\"type\" name=\"type\">");
    for (DirectoryType type : DirectoryType.values()) {
      if (type != DirectoryType.UNKNOWN) {
        body.add("<option>%s</option>", type);
      }
    }
    return body.raw("</select> <button class=\"aui-button\" name=\"action\" value=\"create\">")
        .raw("Add</button></form>");
  }
}
