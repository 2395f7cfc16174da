package org.oktasync.devkit.host.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.PageWriter;

/** One HTTP call without a server: what was asked, and what was answered. */
final class WebCall {

  int status = HttpServletResponse.SC_OK;
  String redirect;
  String title;
  String page;
  private final String method;
  private final String path;
  private final Map<String, String> parameters = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private WebCall(String method, String path, String... parameters) {
    this.method = method;
    this.path = path;
    for (int i = 0; i < parameters.length; i += 2) {
      this.parameters.put(parameters[i], parameters[i + 1]);
    }
  }

  /** Names and values of parameters take turns. */
  static WebCall get(String path, String... parameters) {
    return new WebCall("GET", path, parameters);
  }

  static WebCall post(String path, String... parameters) {
    return new WebCall("POST", path, parameters);
  }

  /** Hands the call to the REST part with the longest matching prefix. */
  WebCall rest(JiraUsers jira, String user) throws IOException {
    HostRest target =
        jira.restApi().stream()
            .filter(part -> (path + "/").startsWith(part.pathPrefix() + "/"))
            .findFirst()
            .orElseThrow();
    target.handle(request(), response(), user);
    return this;
  }

  WebCall page(JiraUsers jira) throws IOException {
    HostPage target =
        jira.pages().stream().filter(part -> part.path().equals(path)).findFirst().orElseThrow();
    target.handle(request(), response(), new Writer());
    return this;
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(body.toByteArray());
  }

  private HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (self, called, values) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getParameter" -> parameters.get((String) values[0]);
              case "getRequestURI" -> "/jira" + path;
              case "getContextPath" -> "/jira";
              case "getRequestURL" -> new StringBuffer("http://localhost:2990/jira" + path);
              default -> throw new UnsupportedOperationException(called.toString());
            });
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (self, called, values) -> {
          switch (called.getName()) {
            case "setStatus" -> status = (Integer) values[0];
            case "sendRedirect" -> redirect = (String) values[0];
            case "setContentType" -> {}
            case "getOutputStream" -> {
              return new Stream(body);
            }
            default -> throw new UnsupportedOperationException(called.toString());
          }
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class Writer implements PageWriter {

    @Override
    public String contextPath() {
      return "/jira";
    }

    @Override
    public String tokenField() {
      return "<input type=\"hidden\" name=\"atl_token\" value=\"t\">";
    }

    @Override
    public void render(String heading, String bodyHtml) {
      title = heading;
      page = bodyHtml;
    }
  }

  private static final class Stream extends ServletOutputStream {

    private final ByteArrayOutputStream target;

    Stream(ByteArrayOutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) {
      target.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Written at once");
    }
  }
}
