package org.oktasync.devkit.oktaorg;

import java.util.Arrays;

/** The admin roles that every organisation has, by the names of the Management API. */
enum RoleKind {
  ACCESS_CERTIFICATIONS_ADMIN("Access Certifications administrator"),
  ACCESS_REQUESTS_ADMIN("Access Requests administrator"),
  API_ACCESS_MANAGEMENT_ADMIN("API Access Management administrator"),
  APP_ADMIN("Application administrator"),
  GROUP_MEMBERSHIP_ADMIN("Group Membership administrator"),
  HELP_DESK_ADMIN("Help Desk administrator"),
  ORG_ADMIN("Organization administrator"),
  READ_ONLY_ADMIN("Read-only administrator"),
  REPORT_ADMIN("Report administrator"),
  SUPER_ADMIN("Super administrator"),
  USER_ADMIN("Group administrator"),
  WORKFLOWS_ADMIN("Workflows administrator");

  private final String label;

  RoleKind(String label) {
    this.label = label;
  }

  /** The name that people see. */
  String label() {
    return label;
  }

  /**
   * The role of this name.
   *
   * @throws OktaError E0000001 if there is none
   */
  static RoleKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> OktaError.invalid("type", "Unknown role type: " + name));
  }
}
