package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Map;

/**
 * One group of the organisation, unchanging: every change makes a new value.
 *
 * @param number position in lists, never shown to clients
 * @param id Okta's id, 20 characters
 * @param type who manages the group
 * @param rule the rule that fills the group, or null
 * @param created when the group was created
 * @param lastUpdated when the profile changed last
 * @param lastMembershipUpdated when a member came or went last
 * @param profile attributes by name: name, description and custom ones
 * @param members who belongs to it
 */
public record Group(
    int number,
    String id,
    GroupType type,
    Rule rule,
    Instant created,
    Instant lastUpdated,
    Instant lastMembershipUpdated,
    Map<String, Object> profile,
    Members members) {

  /** A group rule: whoever has this value in this attribute is a member. */
  record Rule(String attribute, String value) {
    boolean matches(User user) {
      return value.equals(user.text(attribute));
    }
  }

  /** Id and name in one text, for those who choose groups by a pattern. */
  String label() {
    return id + " " + name();
  }

  /** The group's name. */
  public String name() {
    return String.valueOf(profile.get("name"));
  }

  Group withProfile(Map<String, Object> next, Instant now) {
    return new Group(number, id, type, rule, created, now, lastMembershipUpdated, next, members);
  }

  Group withRule(Rule next) {
    return new Group(
        number, id, type, next, created, lastUpdated, lastMembershipUpdated, profile, members);
  }

  Group withMembers(Members next, Instant now) {
    return new Group(number, id, type, rule, created, lastUpdated, now, profile, next);
  }
}
