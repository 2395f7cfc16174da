package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One part of the site. */
public interface Route {
  /**
   * Answers the request if it is meant for this part.
   *
   * @param path decoded path below the context, beginning with a slash
   * @return false when the path belongs to another part; nothing was written then
   */
  boolean handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException, ServletException;
}
