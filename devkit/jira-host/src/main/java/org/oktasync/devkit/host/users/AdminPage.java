package org.oktasync.devkit.host.users;

import org.oktasync.devkit.host.web.HostPage;

/** A page for administrators with its place in the navigation. */
abstract class AdminPage implements HostPage {

  private final String path;
  private final String sectionKey;
  private final String title;

  AdminPage(String path, String sectionKey, String title) {
    this.path = path;
    this.sectionKey = sectionKey;
    this.title = title;
  }

  @Override
  public final String path() {
    return path;
  }

  @Override
  public final boolean adminOnly() {
    return true;
  }

  @Override
  public final String sectionKey() {
    return sectionKey;
  }

  @Override
  public final String title() {
    return title;
  }
}
