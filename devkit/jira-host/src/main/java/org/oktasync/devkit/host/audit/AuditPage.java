package org.oktasync.devkit.host.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.audit.AuditLog.Entry;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.Markup;
import org.oktasync.devkit.host.web.PageWriter;

/** Shows the audit log. */
public final class AuditPage extends HostPage {
  private final AuditLog log;

  /** Shows this log. */
  public AuditPage(AuditLog log) {
    super("/plugins/servlet/audit", "admin_system_menu/top_system_section", "Audit log");
    this.log = log;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException {
    Markup body =
        new Markup()
            .startTable("Time", "Author", "Area", "Category", "Summary", "Objects", "Details");
    for (Entry entry : log.all()) {
      body.add(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s %s</td>"
              + "</tr>",
          entry.timestamp(),
          entry.author(),
          entry.area(),
          entry.category(),
          entry.action(),
          texts(entry.affectedObjects()),
          texts(entry.changedValues()),
          texts(entry.extraAttributes()));
    }
    page.render(title(), body.endTable().toString());
  }

  private static String texts(List<Map<String, String>> parts) {
    return parts.stream()
        .map(part -> String.join(" ", part.values().stream().map(String::valueOf).toList()))
        .collect(Collectors.joining("; "));
  }
}
