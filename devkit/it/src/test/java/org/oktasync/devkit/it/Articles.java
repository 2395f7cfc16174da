package org.oktasync.devkit.it;

/** Mappings as they stand in articles, blank lines included. */
final class Articles {
  static final String PEOPLE =
      """
      key:id=WorkerID

      map:profile.email=User

      map:profile.firstName=First Name

      map:profile.lastName=Last Name

      map:profile.managerId=Manager UserID

      map:profile.manager=Manager Name

      map:profile.department=Department
      """;

  static final String ACCESS =
      """
      key:id=Username

      map:profile.firstName=Firstname

      map:profile.lastName=Lastname

      map:roles=Roles|Name=${roles}

      map:groups=Groups|Name=${groups}

      map:apps=Apps|Name=${apps}

      config:section=roles,groups,apps
      """;

  static final String GROUPS =
      """
      Groups:

      key:id=Group ID

      map:profile.name=Group Name

      map:profile.description=Group Desc

      config:data_source=/api/v1/groups
      """;

  static final String APPS =
      """
      Apps:

      key:id=App ID

      map:label=App Name

      config:data_source=/api/v1/apps
      """;

  static final String DEVICES =
      """
      Devices:

      key:id=DeviceID

      map:profile.displayName=Device Name

      map:profile.platform=Device Platform

      map:profile.manufacturer=Device Manufacturer

      map:profile.model=Device Model

      map:profile.osVersion=Device OS Version

      map:_embedded.users.0.user.profile.firstName=First Name

      map:_embedded.users.0.user.profile.lastName=Last Name

      map:_embedded.users.0.user.profile.email=Email

      config:data_source=/api/v1/devices?limit=200&expand=userSummary
      """;

  /** All of them, one below the other. */
  static final String ALL = String.join("\n", PEOPLE, ACCESS, GROUPS, APPS, DEVICES);

  private Articles() {}
}
