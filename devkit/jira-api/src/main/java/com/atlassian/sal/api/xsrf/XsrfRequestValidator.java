package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;

/** Decides whether a request carries a valid token or the opt-out header. */
public interface XsrfRequestValidator {
  boolean validateRequestPassesXsrfChecks(HttpServletRequest request);
}
