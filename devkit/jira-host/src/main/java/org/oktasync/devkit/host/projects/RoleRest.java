package org.oktasync.devkit.host.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.Answer;

/** {@code /project/KEY/role/ID} of Jira's REST interface: who is in a role, and groups added. */
final class RoleRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GrantTables tables;

  RoleRest(GrantTables tables) {
    this.tables = tables;
  }

  /** Answers for one project; {@code role} is the id in the address. */
  void handle(HttpServletRequest request, Answer answer, long project, String role)
      throws IOException {
    String name = role.matches("\\d{1,9}") ? GrantTables.ROLES.get(Long.valueOf(role)) : null;
    if (name == null) {
      answer.error(HttpServletResponse.SC_NOT_FOUND, "Can not retrieve a role of this id.");
      return;
    }
    long id = Long.parseLong(role);
    if (request.getMethod().equals("POST")) {
      JsonNode groups = JSON.readTree(request.getInputStream()).path("group");
      groups.forEach(group -> add(project, id, group.asText()));
    }
    List<Map<String, String>> actors = new ArrayList<>();
    tables
        .actors("where pid = ? and projectroleid = ?", project, id)
        .forEach(actor -> actors.add(Map.of("type", actor.type(), "name", actor.parameter())));
    answer.ok(Map.of("id", id, "name", name, "actors", actors));
  }

  private void add(long project, long role, String group) {
    tables.add(new GrantTables.Actor(project, role, GrantTables.GROUP_ACTOR, group));
  }
}
