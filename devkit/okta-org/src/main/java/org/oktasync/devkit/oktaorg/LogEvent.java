package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One event of the System Log.
 *
 * @param uuid the event's identity; copies of an event share it
 * @param published when it happened, to the millisecond
 * @param type what happened
 * @param actor who did it
 * @param refusal why it failed, or null if it succeeded
 * @param targets whom and what it concerns, in no order to rely on
 */
record LogEvent(
    UUID uuid,
    Instant published,
    EventType type,
    Party actor,
    String refusal,
    List<Party> targets) {

  /**
   * An actor or a target.
   *
   * @param type Okta's name for its kind, for example {@code UserGroup}
   * @param id Okta's id
   * @param alternateId the login of a person, that of an application, else "unknown"
   * @param displayName the name that people see
   */
  record Party(String type, String id, String alternateId, String displayName) {
    private static final String UNKNOWN = "unknown";

    /** Okta itself: rules, imports and other jobs. */
    static final Party SYSTEM =
        new Party("SystemPrincipal", "okta-system", "system@okta.com", "Okta System");

    static Party of(User user) {
      String name = user.text("displayName");
      return new Party("User", user.id(), user.login(), name == null ? UNKNOWN : name);
    }

    static Party of(Group group) {
      return new Party("UserGroup", group.id(), UNKNOWN, group.name());
    }

    static Party of(App app) {
      return new Party("AppInstance", app.id(), app.label(), app.label());
    }

    static Party of(Device device) {
      return new Party("Device", device.id(), UNKNOWN, "" + device.profile().get("displayName"));
    }

    static Party of(RoleGrant grant) {
      return new Party("ROLE", grant.role(), UNKNOWN, grant.label());
    }
  }

  /** Okta's word for how it ended. */
  String result() {
    return refusal == null ? "SUCCESS" : "FAILURE";
  }

  /** Type and ids in one text, for those who choose events by a pattern. */
  String label() {
    return type.code() + targets.stream().map(Party::id).collect(Collectors.joining(" ", " ", ""));
  }
}
