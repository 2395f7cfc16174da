package org.oktasync.devkit.oktaorg;

import java.time.Instant;

/**
 * One admin role that a person or a group has.
 *
 * @param id the assignment's id
 * @param role the role itself: the name of a standard one, the id of a custom one
 * @param label the name that people see
 * @param resourceSet what a custom role is about; null for a standard one
 * @param created when it was given
 */
record RoleGrant(String id, String role, String label, String resourceSet, Instant created) {
  boolean custom() {
    return resourceSet != null;
  }

  /** Whether two grants give the same. */
  boolean sameAs(RoleGrant other) {
    return role.equals(other.role())
        && String.valueOf(resourceSet).equals(String.valueOf(other.resourceSet()));
  }
}
