package org.oktasync.okta;

import java.util.regex.Pattern;

/**
 * Paths of what not every organisation has, or not every administrator may see: devices are part of
 * Okta's newer engine alone, admin roles and realms need rights and licences of their own.
 */
final class OptionalFeatures {
  private static final String LISTS = "/api/v1/(devices|realms|iam/assignees/users|iam/roles)";
  private static final Pattern LIST = Pattern.compile(LISTS);
  private static final Pattern ANY =
      Pattern.compile(
          LISTS + "(/.*)?|/api/v1/users/[^/]+/(roles|devices)|/api/v1/groups/[^/]+/roles");

  private OptionalFeatures() {}

  /** Whether a refusal with a status, by Okta itself, means that this is not offered. */
  static boolean missing(String path, int status) {
    return switch (status) {
      case 403, 405 -> ANY.matcher(path).matches();
      // Below a list, an object may be missing for reasons of its own.
      case 404, 410 -> LIST.matcher(path).matches();
      default -> false;
    };
  }
}
