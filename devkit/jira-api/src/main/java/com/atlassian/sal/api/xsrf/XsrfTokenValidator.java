package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Checks the token of a form post. */
public interface XsrfTokenValidator {
  boolean validateFormEncodedToken(HttpServletRequest request);

  String getXsrfParameterName();
}
