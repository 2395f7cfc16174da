package org.oktasync.okta;

import java.util.Map;
import org.oktasync.model.SourceValue;

/**
 * An admin role that somebody has.
 *
 * @param id of this assignment
 * @param role the role itself: the id of a custom role, the type of any other
 * @param label the name that people see
 * @param type Okta's type, {@code CUSTOM} for a role that the organisation made
 * @param active whether it counts at present
 */
record RoleGrant(String id, String role, String label, String type, boolean active) {
  /** The role as others see it. */
  SourceValue.Fields object() {
    return new SourceValue.Fields(
        Map.of(
            "id", new SourceValue.Text(role),
            "label", new SourceValue.Text(label),
            "type", new SourceValue.Text(type)));
  }
}
