package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The organisation's groups and the checks that Okta makes of them. Not thread-safe: {@link
 * Directory} guards it.
 */
final class Groups {
  private final Ids ids;
  private final ProfileSchema schema = new ProfileSchema("group-schema.json");
  private final Table<Group> rows = new Table<>();

  Groups(Ids ids) {
    this.ids = ids;
  }

  ProfileSchema schema() {
    return schema;
  }

  Table<Group> rows() {
    return rows;
  }

  /**
   * The group with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  Group get(String id) {
    Group group = rows.get(id);
    if (group == null) {
      throw OktaError.notFound("UserGroup", id);
    }
    return group;
  }

  /** A group that is not put in place yet. */
  Group fresh(Map<String, Object> profile, GroupType type, Instant now) {
    Map<String, Object> kept = People.compact(profile);
    int number = rows.nextNumber();
    return new Group(number, ids.next("00g"), type, null, now, now, now, kept, Members.NONE);
  }

  Group put(Group group) {
    rows.put(group.id(), group.number(), group);
    return group;
  }

  /** Takes attributes out of all profiles; times stay. */
  void drop(Set<String> attributes) {
    for (Group group : rows.all()) {
      if (!Collections.disjoint(group.profile().keySet(), attributes)) {
        put(group.withProfile(People.without(group.profile(), attributes), group.lastUpdated()));
      }
    }
  }

  void remove(Group group) {
    rows.remove(group.id());
  }

  /**
   * Checks a whole profile.
   *
   * @param ownId whose profile it is, or null for a new group
   * @throws OktaError if it breaks the schema or another group of Okta's own has the name
   */
  void check(Map<String, Object> profile, String ownId) {
    schema.check(profile);
    String name = fold(profile.get("name").toString());
    for (Group other : rows.all()) {
      boolean same = other.type() != GroupType.APP_GROUP && fold(other.name()).equals(name);
      if (same && !other.id().equals(ownId)) {
        throw OktaError.invalid("name", People.TAKEN);
      }
    }
  }

  /**
   * Checks that a group is managed in Okta, and answers it.
   *
   * @throws OktaError E0000006 if it is managed elsewhere
   */
  static Group own(Group group) {
    if (group.type() != GroupType.OKTA_GROUP) {
      throw OktaError.forbidden("Groups of type " + group.type() + " are managed elsewhere");
    }
    return group;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
