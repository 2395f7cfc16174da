package org.oktasync.devkit.host.web;

import java.io.IOException;

/** Writes one page in the administration frame; valid for the request it was made for. */
public interface PageWriter {

  /** The context path, {@code /jira}: every link starts with it. */
  String contextPath();

  /** A hidden {@code atl_token} field that every form posted to the host must hold. */
  String tokenField();

  /**
   * Writes the whole page. Call it once, or redirect instead.
   *
   * @param title plain text, escaped here
   * @param bodyHtml markup of the content, whose values the caller has escaped
   */
  void render(String title, String bodyHtml) throws IOException;
}
