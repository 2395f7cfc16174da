package org.oktasync.devkit.host.web;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.security.XsrfTokens;

/** What every page needs to know of its request; the frame differs. */
abstract class FramedPage implements PageWriter {
  private final XsrfTokens tokens;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  FramedPage(XsrfTokens tokens, HttpServletRequest request, HttpServletResponse response) {
    this.tokens = tokens;
    this.request = request;
    this.response = response;
  }

  @Override
  public final String contextPath() {
    return request.getContextPath();
  }

  @Override
  public final String tokenField() {
    return "<input type=\"hidden\" name=\"atl_token\" value=\""
        + tokens.getXsrfToken(request, response, true)
        + "\">";
  }
}
