package org.oktasync.devkit.oktaorg;

/** Who manages a group; the names are those of the Management API. */
public enum GroupType {
  /** Managed in Okta, by hand or by a group rule. */
  OKTA_GROUP,
  /** Imported from an application, read-only over the API. */
  APP_GROUP,
  /** Made by Okta itself: "Everyone". */
  BUILT_IN
}
