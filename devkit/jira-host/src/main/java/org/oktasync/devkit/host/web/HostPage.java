package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A page of the stand-in itself, for administrators, with its place in the navigation. */
public abstract class HostPage {
  private final String path;
  private final String sectionKey;
  private final String title;

  /**
   * @param path below the context, for example {@code /secure/admin/user/UserBrowser.jspa}
   * @param sectionKey the web-section that lists it in the left navigation, for example {@code
   *     admin_users_menu/users_groups_section}
   * @param title the plain text of its link and heading
   */
  protected HostPage(String path, String sectionKey, String title) {
    this.path = path;
    this.sectionKey = sectionKey;
    this.title = title;
  }

  /** Path below the context. */
  public final String path() {
    return path;
  }

  /** The web-section that lists it. */
  public final String sectionKey() {
    return sectionKey;
  }

  /** The plain text of its link and heading. */
  public final String title() {
    return title;
  }

  /**
   * Answers GET and POST. The host has already signed an administrator in, asked for the password
   * again, and refused a POST without a valid {@code atl_token}.
   *
   * @param page writes the frame around the page's own HTML
   */
  public abstract void handle(
      HttpServletRequest request, HttpServletResponse response, PageWriter page) throws IOException;
}
