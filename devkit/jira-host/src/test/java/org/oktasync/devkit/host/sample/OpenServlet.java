package org.oktasync.devkit.host.sample;

import com.atlassian.annotations.security.UnrestrictedAccess;
import java.io.IOException;
import javax.inject.Named;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** An entry that anybody may use. */
@Named
@UnrestrictedAccess
public class OpenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().write(request.getPathInfo() + " by " + request.getRemoteUser());
  }
}
