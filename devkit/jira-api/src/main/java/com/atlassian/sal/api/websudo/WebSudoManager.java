package com.atlassian.sal.api.websudo;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Secure administrator sessions: a second sign-in before administration. */
public interface WebSudoManager {
  boolean canExecuteRequest(HttpServletRequest request);

  void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response);

  void willExecuteWebSudoRequest(HttpServletRequest request) throws WebSudoSessionException;
}
