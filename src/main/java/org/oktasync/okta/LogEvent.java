package org.oktasync.okta;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.oktasync.source.ThingKind;

/**
 * An event of the System Log, as far as it tells of people, groups and members, and of what people
 * have.
 *
 * @param published when it happened, as the log writes it; empty when it does not say
 * @param uuid the same for an event that is delivered twice
 * @param type Okta's name of what happened
 * @param succeeded whether it happened; the log has attempts, too
 * @param users ids of the people that it is about
 * @param groups ids of the groups that it is about
 * @param others whatever else it is about
 */
record LogEvent(
    String published,
    String uuid,
    String type,
    boolean succeeded,
    List<String> users,
    List<String> groups,
    List<Target> others) {
  static final String ADDED = "group.user_membership.add";
  static final String REMOVED = "group.user_membership.remove";
  static final String USER_DELETED = "user.lifecycle.delete.completed";
  static final String GROUP_DELETED = "group.lifecycle.delete";

  private static final List<String> MEMBERS = List.of(ADDED, REMOVED);

  /** Of what no list tells. */
  private static final List<String> DELETIONS = List.of(USER_DELETED, GROUP_DELETED);

  /**
   * Neither a person nor a group.
   *
   * @param type Okta's name for what it is
   */
  record Target(String type, String id) {}

  LogEvent(String uuid, String type, boolean succeeded, List<String> users, List<String> groups) {
    this("", uuid, type, succeeded, users, groups, List.of());
  }

  /** Every type that is asked for, with those of some kinds of things. */
  static List<String> types(Collection<ThingKind> kinds) {
    return Stream.concat(MEMBERS.stream(), withoutMembers(kinds).stream()).toList();
  }

  /** The same without those of members. */
  static List<String> withoutMembers(Collection<ThingKind> kinds) {
    return Stream.concat(DELETIONS.stream(), ThingEvent.codes(kinds).stream()).toList();
  }

  /** The ids of the things of a kind that it is about; of roles whatever it names. */
  List<String> things(ThingKind kind) {
    return others.stream().filter(target -> is(target, kind)).map(Target::id).toList();
  }

  private static boolean is(Target target, ThingKind kind) {
    return switch (kind) {
      case APPS -> target.type().equals("AppInstance");
      case DEVICES -> target.type().equals("Device");
      case ROLES -> true;
    };
  }
}
