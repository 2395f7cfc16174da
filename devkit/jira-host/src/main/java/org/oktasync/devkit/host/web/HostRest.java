package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Part of Jira's own REST interface, answered by the stand-in. */
public interface HostRest {

  /**
   * Path below the context that it answers with everything beneath, e.g. {@code /rest/api/2/user}.
   */
  String pathPrefix();

  /**
   * Answers one call. The host has already authenticated the caller (anonymous calls got 401) and
   * applied the XSRF check.
   *
   * @param user name of the calling account, never null
   */
  void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException;
}
