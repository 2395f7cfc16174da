package org.oktasync.okta;

/** The requests that tell who has what. */
final class EntitlementRequests {
  static final int APP_USERS_PAGE = 500;
  private static final int HOLDERS_PAGE = 100;
  private static final String APPS = "/api/v1/apps";

  private final OktaLists lists;

  EntitlementRequests(OktaLists lists) {
    this.lists = lists;
  }

  /** All applications that Okta lists: those that are switched on. */
  OktaRequest apps() {
    return lists.request(APPS + "?limit=" + OktaLists.PAGE);
  }

  /** Everybody who may use an application, through groups or not. */
  OktaRequest appUsers(String app, int limit) {
    return lists.request(APPS + "/" + OktaLists.escaped(app) + "/users?limit=" + limit);
  }

  /** The groups that an application is assigned to. */
  OktaRequest appGroups(String app) {
    return lists.request(APPS + "/" + OktaLists.escaped(app) + "/groups?limit=" + OktaLists.PAGE);
  }

  /** The applications that are assigned to a group. */
  OktaRequest groupApps(String group, int limit) {
    return lists.request("/api/v1/groups/" + OktaLists.escaped(group) + "/apps?limit=" + limit);
  }

  /** The people who have admin roles. */
  OktaRequest holders() {
    return lists.request("/api/v1/iam/assignees/users?limit=" + HOLDERS_PAGE);
  }

  /** The admin roles of one person. */
  OktaRequest rolesOf(String user) {
    return lists.request("/api/v1/users/" + OktaLists.escaped(user) + "/roles");
  }

  /** The admin roles of one group. */
  OktaRequest rolesOfGroup(String group) {
    return lists.request("/api/v1/groups/" + OktaLists.escaped(group) + "/roles");
  }
}
