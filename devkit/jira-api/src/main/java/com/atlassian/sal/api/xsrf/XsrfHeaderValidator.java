package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Knows the header by which a scripted request opts out of the form token. */
public final class XsrfHeaderValidator {
  public static final String TOKEN_HEADER = "X-Atlassian-Token";

  public XsrfHeaderValidator() {}

  public boolean requestHasValidXsrfHeader(HttpServletRequest request) {
    return isValidHeaderValue(request.getHeader(TOKEN_HEADER));
  }

  public boolean isValidHeaderValue(String value) {
    return "no-check".equals(value);
  }
}
