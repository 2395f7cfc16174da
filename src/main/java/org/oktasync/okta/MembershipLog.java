package org.oktasync.okta;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;

/**
 * What events come to: for each group who is a member now and who is no more, and what was deleted.
 * Events come in the order in which Okta stored them; of several about one membership the last one
 * counts, and one that comes twice counts once. Where that order and the times of the events say
 * different things of a membership, the members of its group are in doubt.
 */
final class MembershipLog {
  private final Set<String> uuids = new HashSet<>();
  private final Map<String, Map<String, Word>> members = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Set<ExternalId> deletedUsers = new TreeSet<>();
  private final Set<ExternalId> deletedGroups = new TreeSet<>();

  /** The last word about a membership, and when it was true. */
  private record Word(boolean inside, String at) {
    /** Whether this one, which came later, may tell of an earlier time, and of something else. */
    boolean mayBeBelated(Word before) {
      return before != null
          && inside != before.inside
          && !at.isEmpty()
          && !before.at.isEmpty()
          && !Times.isBefore(before.at, at);
    }
  }

  /** Takes in one event. */
  void take(LogEvent event) {
    if (!event.succeeded() || !uuids.add(event.uuid())) {
      return;
    }
    switch (event.type()) {
      case LogEvent.ADDED -> note(event, true);
      case LogEvent.REMOVED -> note(event, false);
      case LogEvent.USER_DELETED -> event.users().forEach(id -> add(deletedUsers, id));
      case LogEvent.GROUP_DELETED -> event.groups().forEach(id -> add(deletedGroups, id));
      default -> {
        // The log was asked for the types above; a server that sends others as well does no harm.
      }
    }
  }

  private static void add(Set<ExternalId> ids, String id) {
    ids.add(new ExternalId(id));
  }

  private void note(LogEvent event, boolean inside) {
    Word word = new Word(inside, event.published());
    for (String group : event.groups()) {
      Map<String, Word> last = members.computeIfAbsent(group, id -> new HashMap<>());
      for (String user : event.users()) {
        if (word.mayBeBelated(last.put(user, word))) {
          doubtful.add(group);
        }
      }
    }
  }

  /** Whether what events say of the members of a group cannot be relied on. */
  boolean inDoubt(String group) {
    return doubtful.contains(group);
  }

  /** Forgets what was said of members; what was deleted stays. */
  void dropMembers() {
    members.clear();
    doubtful.clear();
  }

  /** The groups that events of members are about. */
  Set<String> groups() {
    return new TreeSet<>(members.keySet());
  }

  /** What changed among the members of a group. */
  MemberChanges changes(String group) {
    Set<ExternalId> added = new HashSet<>();
    Set<ExternalId> removed = new HashSet<>();
    members
        .getOrDefault(group, Map.of())
        .forEach((user, word) -> add(word.inside() ? added : removed, user));
    return new MemberChanges(added, removed);
  }

  /** By how much the number of members of a group should have changed. */
  long net(String group) {
    return members.getOrDefault(group, Map.of()).values().stream()
        .mapToLong(word -> word.inside() ? 1 : -1)
        .sum();
  }

  /** People whom events report as deleted. */
  Set<ExternalId> deletedUsers() {
    return deletedUsers;
  }

  /** Groups that events report as deleted. */
  Set<ExternalId> deletedGroups() {
    return deletedGroups;
  }
}
