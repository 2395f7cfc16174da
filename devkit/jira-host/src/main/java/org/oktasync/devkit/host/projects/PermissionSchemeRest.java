package org.oktasync.devkit.host.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;

/** {@code POST /permissionscheme/0/permission} of Jira's REST interface, for administrators. */
final class PermissionSchemeRest implements HostRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/rest/api/2/permissionscheme";

  private final GrantTables tables;
  private final Predicate<String> administrator;

  PermissionSchemeRest(GrantTables tables, Predicate<String> administrator) {
    this.tables = tables;
    this.administrator = administrator;
  }

  @Override
  public String pathPrefix() {
    return PATH;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    Answer answer = new Answer(response);
    String permissions = PATH + "/" + GrantTables.DEFAULT_SCHEME + "/permission";
    if (!administrator.test(user)) {
      answer.error(HttpServletResponse.SC_FORBIDDEN, "Only administrators see permission schemes");
    } else if (!request.getMethod().equals("POST")
        || !request.getRequestURI().endsWith(permissions)) {
      answer.notFound(request);
    } else {
      grant(JSON.readTree(request.getInputStream()), answer);
    }
  }

  private void grant(JsonNode body, Answer answer) throws IOException {
    String permission = body.path("permission").asText("");
    String group = body.at("/holder/parameter").asText("");
    if (permission.isEmpty() || group.isEmpty() || !isGroup(body)) {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, "A group and a permission are needed.");
      return;
    }
    tables.grant(new GrantTables.Grant(permission, "group", group));
    answer.json(HttpServletResponse.SC_CREATED, Map.of("permission", permission));
  }

  private static boolean isGroup(JsonNode body) {
    return body.at("/holder/type").asText("").equals("group");
  }
}
