package org.oktasync.mapping.assets;

import java.util.List;

/** The lists that {@code config:section=} adds to each person, by their names in paths. */
public final class Section {
  /** Roles of administration that the person has. */
  public static final String ROLES = "roles";

  /** Groups that the person is a member of. */
  public static final String GROUPS = "groups";

  /** Applications that the person may use. */
  public static final String APPS = "apps";

  /** Devices that the person has. */
  public static final String DEVICES = "devices";

  /** All of them. */
  public static final List<String> ALL = List.of(ROLES, GROUPS, APPS, DEVICES);

  private Section() {}
}
