package org.oktasync.devkit.host.web;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** Requests and configurations as a module sees them: its own mapping is the servlet path. */
public final class ModuleRequests {
  private ModuleRequests() {}

  /**
   * The request as the module sees it.
   *
   * @param base path of the module below the context
   * @param rest what follows; empty becomes null, as the servlet API wants
   */
  public static HttpServletRequest below(HttpServletRequest request, String base, String rest) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getServletPath() {
        return base;
      }

      @Override
      public String getPathInfo() {
        return rest.isEmpty() ? null : rest;
      }
    };
  }

  /** The configuration of a servlet that a descriptor declares. */
  public static ServletConfig config(
      String name, Map<String, String> parameters, ServletContext context) {
    return new Config(name, parameters, context);
  }

  private record Config(String name, Map<String, String> parameters, ServletContext context)
      implements ServletConfig {
    @Override
    public String getServletName() {
      return name;
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public String getInitParameter(String key) {
      return parameters.get(key);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }
}
