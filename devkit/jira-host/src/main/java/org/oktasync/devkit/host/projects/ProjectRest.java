package org.oktasync.devkit.host.projects;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.projects.ProjectTables.ComponentRow;
import org.oktasync.devkit.host.projects.ProjectTables.ProjectRow;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/**
 * {@code /project}, {@code /project/KEY}, {@code /project/KEY/components} and {@code /component} of
 * Jira's REST interface: read by everybody, made by administrators.
 */
final class ProjectRest implements HostRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;
  private final ProjectTables tables;
  private final RoleRest roles;
  private final UserManager users;
  private final Predicate<String> administrator;

  /**
   * @param path {@code project} or {@code component}
   */
  ProjectRest(
      String path,
      ProjectTables tables,
      RoleRest roles,
      UserManager users,
      Predicate<String> administrator) {
    this.path = path;
    this.tables = tables;
    this.roles = roles;
    this.users = users;
    this.administrator = administrator;
  }

  @Override
  public String pathPrefix() {
    return "/rest/api/2/" + path;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    String uri = request.getRequestURI();
    String rest = uri.substring(uri.indexOf("/" + path) + path.length() + 1);
    if (request.getMethod().equals("POST") && rest.isEmpty()) {
      make(request, answer, user);
    } else if (rest.matches("/[A-Z0-9]+/role/[^/]+") && administrator.test(user)) {
      String[] parts = rest.split("/");
      Optional<ProjectRow> project = tables.project("where pkey = ?", parts[1]);
      if (project.isEmpty()) {
        answer.notFound(request);
      } else {
        roles.handle(request, answer, project.get().id(), parts[3]);
      }
    } else if (answer.isRead(request)) {
      read(request, answer, rest);
    }
  }

  private void read(HttpServletRequest request, Answer answer, String rest) throws IOException {
    String[] parts = rest.split("/");
    if (path.equals("component")) {
      answer.notFound(request);
    } else if (parts.length < 2) {
      answer.ok(tables.projects("").stream().map(this::brief).toList());
    } else {
      Optional<ProjectRow> project = tables.project("where pkey = ?", parts[1]);
      if (project.isEmpty()) {
        String message = "No project could be found with key '" + parts[1] + "'.";
        answer.error(HttpServletResponse.SC_NOT_FOUND, message);
      } else if (parts.length == 3 && parts[2].equals("components")) {
        answer.ok(
            tables.components("where project = ?", project.get().id()).stream()
                .map(this::of)
                .toList());
      } else {
        answer.ok(full(project.get()));
      }
    }
  }

  private Map<String, Object> brief(ProjectRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", String.valueOf(row.id()));
    json.put("key", row.key());
    json.put("name", row.name());
    return json;
  }

  private Map<String, Object> full(ProjectRow row) {
    Map<String, Object> json = brief(row);
    json.put("lead", lead(row.lead()));
    return json;
  }

  private Map<String, Object> of(ComponentRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", String.valueOf(row.id()));
    json.put("name", row.name());
    if (row.lead() != null) {
      json.put("lead", lead(row.lead()));
    }
    return json;
  }

  private Map<String, Object> lead(String key) {
    ApplicationUser user = users.getUserByKey(key);
    return user == null
        ? Map.of("key", key)
        : Map.of("key", key, "name", user.getUsername(), "active", user.isActive());
  }

  private void make(HttpServletRequest request, Answer answer, String user) throws IOException {
    if (!administrator.test(user)) {
      answer.error(HttpServletResponse.SC_FORBIDDEN, "Only administrators make this");
      return;
    }
    JsonNode body = JSON.readTree(request.getInputStream());
    boolean component = path.equals("component");
    String leadName = body.path(component ? "leadUserName" : "lead").asText("");
    ApplicationUser lead = users.getUserByName(leadName);
    if (lead == null && !(component && leadName.isEmpty())) {
      String message = "The user '" + leadName + "' does not exist.";
      answer.errors(HttpServletResponse.SC_BAD_REQUEST, List.of(), Map.of("lead", message));
    } else if (component) {
      makeComponent(body, lead, answer);
    } else {
      makeProject(body, lead, answer);
    }
  }

  private void makeProject(JsonNode body, ApplicationUser lead, Answer answer) throws IOException {
    String key = body.path("key").asText("");
    if (!key.matches("[A-Z][A-Z0-9]{1,9}") || tables.project("where pkey = ?", key).isPresent()) {
      String message = "The project key must be new, upper case and two to ten characters long.";
      answer.errors(HttpServletResponse.SC_BAD_REQUEST, List.of(), Map.of("projectKey", message));
      return;
    }
    long id = tables.addProject(key, body.path("name").asText(key), lead.getKey());
    answer.json(HttpServletResponse.SC_CREATED, Map.of("id", id, "key", key));
  }

  private void makeComponent(JsonNode body, ApplicationUser lead, Answer answer)
      throws IOException {
    Optional<ProjectRow> project =
        tables.project("where pkey = ?", body.path("project").asText(""));
    String name = body.path("name").asText("");
    if (project.isEmpty() || name.isBlank()) {
      String message = "A component needs a name and a project that exists.";
      answer.error(HttpServletResponse.SC_BAD_REQUEST, message);
      return;
    }
    long id = tables.addComponent(project.get().id(), name, lead == null ? null : lead.getKey());
    answer.json(HttpServletResponse.SC_CREATED, Map.of("id", String.valueOf(id), "name", name));
  }
}
