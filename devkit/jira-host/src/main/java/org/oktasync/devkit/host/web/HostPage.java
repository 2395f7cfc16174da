package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A page of the stand-in itself (users, groups, directories), shown in the administration frame.
 */
public interface HostPage {

  /** Path below the context, for example {@code /secure/admin/user/UserBrowser.jspa}. */
  String path();

  /** Whether only administrators may see it; others then get status 403. */
  boolean adminOnly();

  /**
   * The web-section that lists it in the left navigation, for example {@code
   * admin_users_menu/users_groups_section}.
   */
  String sectionKey();

  /** The plain text of its link and heading. */
  String title();

  /**
   * Answers GET and POST. The host has already signed the person in, asked for the password again
   * where {@link #adminOnly()} holds, and refused a POST without a valid {@code atl_token}.
   *
   * @param page writes the frame around the page's own HTML
   */
  void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException;
}
