package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One application of the organisation, unchanging: every change makes a new value.
 *
 * @param number position in lists, never shown to clients
 * @param id Okta's id, 20 characters
 * @param name the technical name, for example {@code larkfield_wiki_1}
 * @param label the name that people see
 * @param active false while it is switched off
 * @param signOnMode how people sign in, by Okta's name
 * @param created when it was made
 * @param lastUpdated when it or its assignments changed last
 * @param groups when each group was assigned, by the group's id, in the order of priority
 * @param users the people who were assigned directly, by their id
 */
public record App(
    int number,
    String id,
    String name,
    String label,
    boolean active,
    String signOnMode,
    Instant created,
    Instant lastUpdated,
    Map<String, Instant> groups,
    Map<String, Direct> users) {

  /**
   * A direct assignment.
   *
   * @param since when it was made
   * @param profile attributes beside those that follow from the person
   */
  record Direct(Instant since, Map<String, Object> profile) {}

  App withGroup(String group, Instant now) {
    Map<String, Instant> next = new LinkedHashMap<>(groups);
    next.putIfAbsent(group, now);
    return with(next, users, now);
  }

  App withoutGroup(String group, Instant now) {
    Map<String, Instant> next = new LinkedHashMap<>(groups);
    next.remove(group);
    return with(next, users, now);
  }

  App withUser(String user, Direct direct, Instant now) {
    Map<String, Direct> next = new LinkedHashMap<>(users);
    next.put(user, direct);
    return with(groups, next, now);
  }

  App withoutUser(String user, Instant now) {
    Map<String, Direct> next = new LinkedHashMap<>(users);
    next.remove(user);
    return with(groups, next, now);
  }

  App withActive(boolean next, Instant now) {
    return new App(number, id, name, label, next, signOnMode, created, now, groups, users);
  }

  App withLabel(String next, Instant now) {
    return new App(number, id, name, next, active, signOnMode, created, now, groups, users);
  }

  /** The same with all these assignments. */
  App with(Map<String, Instant> nextGroups, Map<String, Direct> nextUsers, Instant now) {
    return new App(
        number,
        id,
        name,
        label,
        active,
        signOnMode,
        created,
        now,
        Collections.unmodifiableMap(nextGroups),
        Collections.unmodifiableMap(nextUsers));
  }
}
