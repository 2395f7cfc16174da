package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.exception.runtime.OperationFailedException;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.oktasync.devkit.host.web.FormPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** The user directories in their order, with what an administrator does to them. */
final class DirectoriesPage extends FormPage {

  private final CrowdDirectories directories;
  private final Everybody everybody;

  DirectoriesPage(CrowdDirectories directories, Everybody everybody) {
    super(Addresses.DIRECTORIES, Addresses.CONFIGURATION, "User Directories");
    this.directories = directories;
    this.everybody = everybody;
  }

  @Override
  protected void change(HttpServletRequest request, String action) {
    long id = Paging.number(request, "id", 0);
    try {
      switch (action) {
        case "create" ->
            create(request.getParameter("directoryName"), request.getParameter("type"));
        case "enable", "disable" -> setActive(id, action.equals("enable"));
        case "up", "down" -> directories.setDirectoryPosition(id, place(id, action.equals("up")));
        default -> throw new IllegalArgumentException("Unknown action " + action);
      }
    } catch (OperationFailedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
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

  @Override
  protected void show(Markup body, PageWriter page) {
    body.startTable("Order", "Name", "Type", "State", "Allows", "Users", "Groups", "Actions");
    int place = 1;
    for (Directory directory : directories.findAllDirectories()) {
      row(body, page, directory, place++);
    }
    create(body.endTable(), page);
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
    form(body, page).add("<input type=\"hidden\" name=\"id\" value=\"%s\">", directory.getId());
    for (String action : List.of("up", "down", directory.isActive() ? "disable" : "enable")) {
      body.add(
          "<button class=\"aui-button aui-button-link\" name=\"action\" value=\"%s\">%s</button>",
          action, action);
    }
    body.raw("</form></td></tr>");
  }

  private void create(Markup body, PageWriter page) {
    form(body.raw("<h2>Add a directory</h2>"), page)
        .field("directoryName", "Name", "")
        .raw(
            "<label for=\"type\">Type </label><select class=\"select\" id=\"type\" name=\"type\">");
    for (DirectoryType type : DirectoryType.values()) {
      if (type != DirectoryType.UNKNOWN) {
        body.add("<option>%s</option>", type);
      }
    }
    body.raw("</select> ").button("create", "Add").raw("</form>");
  }
}
