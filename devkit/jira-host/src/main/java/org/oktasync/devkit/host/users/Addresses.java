package org.oktasync.devkit.host.users;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages, with names of any signs as parameters. */
final class Addresses {

  static final String USERS = "/secure/admin/user/UserBrowser.jspa";
  static final String GROUPS = "/secure/admin/user/GroupBrowser.jspa";
  static final String DIRECTORIES = "/plugins/servlet/embedded-crowd/directories/list";
  static final String PERMISSIONS = "/secure/admin/GlobalPermissions!default.jspa";
  static final String MANAGEMENT = "admin_users_menu/users_groups_section";
  static final String CONFIGURATION = "admin_users_menu/users_groups_configuration";

  private Addresses() {}

  static String user(String context, String name) {
    return context + USERS + "?name=" + encode(name);
  }

  static String group(String context, String name) {
    return context + GROUPS + "?name=" + encode(name);
  }

  static String encode(String value) {
    return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
  }
}
