package org.oktasync.devkit.host.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Writes what Jira's REST interface answers. */
public final class Answer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServletResponse response;

  /** Answers one call. */
  public Answer(HttpServletResponse response) {
    this.response = response;
  }

  /** Status 200 with lists and maps as JSON. */
  public void ok(Object body) throws IOException {
    json(HttpServletResponse.SC_OK, body);
  }

  /** Jira's form of an error, with one message. */
  public void error(int status, String message) throws IOException {
    errors(status, List.of(message), Map.of());
  }

  /** Jira's form of errors, general ones and those of fields. */
  public void errors(int status, List<String> messages, Map<String, String> fields)
      throws IOException {
    json(status, Map.of("errorMessages", messages, "errors", fields));
  }

  /** Refuses every method but GET with 405; true when the call may go on. */
  public boolean isRead(HttpServletRequest request) throws IOException {
    if (request.getMethod().equals("GET")) {
      return true;
    }
    error(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only GET is answered here");
    return false;
  }

  /** No such address. */
  public void notFound(HttpServletRequest request) throws IOException {
    error(HttpServletResponse.SC_NOT_FOUND, "There is nothing at " + request.getRequestURI());
  }

  /** Any status with lists and maps as JSON. */
  public void json(int status, Object body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }
}
