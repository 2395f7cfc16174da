package org.oktasync.devkit.oktaorg;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One change of the organisation as a history states it. What its kind does not need is null.
 *
 * @param kind what is to happen
 * @param user id or login of the person; of a created one the id, once it is done
 * @param group id or name of the group; of a created one the id, once it is done
 * @param profile attributes of a person or group; for a rule the one attribute and its value
 * @param others the groups of a joiner by id or name, or all members by id or login
 * @param refusal the error code if Okta refused it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    Kind kind,
    String user,
    String group,
    Map<String, Object> profile,
    List<String> others,
    String refusal) {

  /** What can happen. */
  public enum Kind {
    /** A joiner with a password and groups. */
    CREATE_USER("profile"),
    /** Some attributes of a profile; null clears one. */
    UPDATE_USER("user", "profile"),
    /** A life cycle call. */
    ACTIVATE("user"),
    /** A life cycle call. */
    REACTIVATE("user"),
    /** A life cycle call. */
    DEACTIVATE("user"),
    /** A life cycle call. */
    SUSPEND("user"),
    /** A life cycle call. */
    UNSUSPEND("user"),
    /** A person is deactivated if they are not, and deleted. */
    DELETE_USER("user"),
    /** A group without members. */
    CREATE_GROUP("profile"),
    /** The whole profile of a group. */
    UPDATE_GROUP("group", "profile"),
    /** A group with its memberships. */
    DELETE_GROUP("group"),
    /** One joins a group. */
    ADD_MEMBER("group", "user"),
    /** One leaves a group. */
    REMOVE_MEMBER("group", "user"),
    /** An import gives a group all its members. */
    SET_MEMBERS("group", "others"),
    /** A rule fills a group. */
    APPLY_RULE("group", "profile"),
    /** Somebody tries to add a member to a group that is managed elsewhere. */
    REFUSED_ADD("group", "user");

    private final Set<String> needs;

    Kind(String... needs) {
      this.needs = Set.of(needs);
    }

    private void demand(String name, Object value) {
      if (value == null && needs.contains(name)) {
        throw new IllegalArgumentException(this + " needs " + name);
      }
    }
  }

  /**
   * A change.
   *
   * @throws IllegalArgumentException if something is null that the kind needs
   */
  public Change {
    Objects.requireNonNull(kind, "kind");
    kind.demand("user", user);
    kind.demand("group", group);
    kind.demand("profile", profile);
    kind.demand("others", others);
  }

  static Change ofUser(Kind kind, String user) {
    return new Change(kind, user, null, null, null, null);
  }

  static Change ofUser(Kind kind, String user, Map<String, Object> profile) {
    return new Change(kind, user, null, profile, null, null);
  }

  static Change ofGroup(Kind kind, String group) {
    return new Change(kind, null, group, null, null, null);
  }

  static Change ofGroup(Kind kind, String group, Map<String, Object> profile) {
    return new Change(kind, null, group, profile, null, null);
  }

  static Change ofMember(Kind kind, String group, String user) {
    return new Change(kind, user, group, null, null, null);
  }

  Change about(String nextUser, String nextGroup) {
    return new Change(kind, nextUser, nextGroup, profile, others, refusal);
  }

  Change refused(String code) {
    return new Change(kind, user, group, profile, others, code);
  }
}
