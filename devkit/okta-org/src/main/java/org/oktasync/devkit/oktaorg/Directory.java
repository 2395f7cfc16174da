package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The organisation's people, groups and memberships, with the rules Okta keeps: logins are unique
 * without regard to case, times move as the Management API documents, deactivated people keep their
 * memberships, every change is an event of the System Log, and calls that Okta refuses throw {@link
 * OktaError}. Safe for many threads; values handed out never change.
 */
public final class Directory {
  private static final int ALL = Integer.MAX_VALUE;

  private final Clock clock;
  private final People people;
  private final Groups groups;
  private final EventWriter events;
  private final Memberships memberships;
  private final List<Dependant> dependants = new ArrayList<>();

  /** Keeps what belongs to people and groups, and lets it go with them. */
  interface Dependant {
    /** A person was deactivated. */
    void deactivated(User user);

    /** A person was deleted. */
    void deleted(User user);

    /** A group was deleted. */
    void deleted(Group group);
  }

  /** An organisation that holds nothing but the group Everyone. */
  Directory(Clock clock, Ids ids, SystemLog log, Faults faults) {
    this.clock = clock;
    this.people = new People(ids);
    this.groups = new Groups(ids);
    this.events = new EventWriter(log, this::administrator);
    this.memberships = new Memberships(people, groups, events, faults, this::now);
    groups.put(groups.fresh(Map.of("name", "Everyone"), GroupType.BUILT_IN, now()));
  }

  /** From here on somebody else is told of what goes, while this directory is locked. */
  synchronized void tell(Dependant dependant) {
    dependants.add(dependant);
  }

  /** What writes the System Log. */
  EventWriter events() {
    return events;
  }

  ProfileSchema groupSchema() {
    return groups.schema();
  }

  UserTypes types() {
    return people.types();
  }

  /**
   * Adds, changes and removes attributes of profiles; the values of a removed one go with it.
   *
   * @throws OktaError if Okta would not take the change; then nothing is changed
   */
  synchronized void updateSchema(ProfileSchema schema, Map<String, Object> body) {
    Set<String> removed = schema.update(body);
    if (schema == groups.schema()) {
      groups.drop(removed);
    } else {
      people.drop(schema, removed);
    }
  }

  /** Puts generated people and groups in place in one step; Everyone gets all of them. */
  synchronized void load(Collection<User> everybody, Collection<Group> generated) {
    everybody.forEach(people::put);
    generated.forEach(groups::put);
    Members all = Members.of(everybody.stream().mapToInt(User::number));
    groups.put(groups().get(0).withMembers(all, now()));
  }

  /** The first person made the token and makes its calls; without them Okta acts by itself. */
  private LogEvent.Party administrator() {
    User first = people.rows().at(0);
    return first == null ? LogEvent.Party.SYSTEM : LogEvent.Party.of(first);
  }

  /** Every person in list order, deactivated ones included. */
  public synchronized List<User> users() {
    return people.rows().all();
  }

  synchronized Slice<User> users(int after, int limit, Predicate<User> wanted) {
    return people.rows().after(after, limit, wanted);
  }

  synchronized Slice<User> users(
      int after, int limit, Predicate<User> wanted, Comparator<User> order) {
    return people.rows().after(after, limit, wanted, order);
  }

  /** How many numbers of people were given; those of the deleted are among them. */
  synchronized int numbers() {
    return people.rows().nextNumber();
  }

  /**
   * The person with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized User user(String id) {
    return people.get(id);
  }

  /**
   * The person with this id or, without regard to case, this login.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized User find(String idOrLogin) {
    return people.find(idOrLogin);
  }

  /**
   * Creates a person as the API does.
   *
   * @param profile must hold login, email, firstName and lastName
   * @param typeId a user type, or null for the default one
   * @param activate false leaves the person STAGED
   * @param hasPassword with true an activated person is ACTIVE, else PROVISIONED
   * @param groupIds OKTA_GROUPs to join
   * @throws OktaError if the profile is invalid, the login is taken or a group refuses members
   */
  public synchronized User create(
      Map<String, Object> profile,
      String typeId,
      boolean activate,
      boolean hasPassword,
      Collection<String> groupIds) {
    people.check(profile, null, people.types().require(typeId));
    groupIds.forEach(groupId -> Groups.own(groups.get(groupId)));
    UserStatus invited = hasPassword ? UserStatus.ACTIVE : UserStatus.PROVISIONED;
    UserStatus status = activate ? invited : UserStatus.STAGED;
    User user = people.fresh(profile, typeId, status, hasPassword, now());
    events.byAdministrator(EventType.USER_CREATED, LogEvent.Party.of(user));
    if (activate) {
      events.byAdministrator(EventType.USER_ACTIVATED, LogEvent.Party.of(user));
    }
    store(user);
    groupIds.forEach(groupId -> addMember(groupId, user.id()));
    return user;
  }

  /**
   * Adds a person as an import or an older policy may have left one: only the login is checked.
   *
   * @throws OktaError if the login is missing or taken
   */
  public synchronized User importUser(Map<String, Object> profile, UserStatus status) {
    people.checkLogin(profile, null);
    User user = people.fresh(profile, null, status, status == UserStatus.ACTIVE, now());
    events.bySystem(EventType.USER_CREATED, LogEvent.Party.of(user));
    return store(user);
  }

  /**
   * Changes a profile.
   *
   * @param partial true keeps attributes that {@code changes} does not name; null clears one
   * @throws OktaError if the person is unknown or deactivated, or the result is invalid
   */
  public synchronized User update(String id, Map<String, Object> changes, boolean partial) {
    User old = user(id);
    LogEvent.Party party = LogEvent.Party.of(old);
    User next =
        events.checked(
            EventType.PROFILE_UPDATED, () -> people.changed(old, changes, partial, now()), party);
    events.byAdministrator(EventType.PROFILE_UPDATED, LogEvent.Party.of(next));
    return store(next);
  }

  /**
   * Makes a life cycle call.
   *
   * @throws OktaError if the person is unknown or the status does not allow the call
   */
  public synchronized User transition(String id, Lifecycle call) {
    User user = user(id);
    LogEvent.Party party = LogEvent.Party.of(user);
    UserStatus next = events.checked(call.event(), () -> call.apply(user), party);
    events.byAdministrator(call.event(), party);
    return store(user.withStatus(next, now()), next);
  }

  /** Sets a status as happenings outside the API do: a sign-up, a lock-out, an expired password. */
  public synchronized User setStatus(String id, UserStatus status) {
    User user = user(id);
    events.bySystem(EventType.ofStatus(user.status(), status), LogEvent.Party.of(user));
    return store(user.withStatus(status, now()), status);
  }

  /** Deactivates an active person; deletes a deactivated one, whose login becomes free. */
  public synchronized void delete(String id) {
    User user = user(id);
    if (user.status() != UserStatus.DEPROVISIONED) {
      transition(id, Lifecycle.DEACTIVATE);
      return;
    }
    events.byAdministrator(EventType.USER_DELETE_INITIATED, LogEvent.Party.of(user));
    memberships.forget(user);
    dependants.forEach(dependant -> dependant.deleted(user));
    people.remove(user);
    events.bySystem(EventType.USER_DELETE_COMPLETED, LogEvent.Party.of(user));
  }

  private User store(User user, UserStatus status) {
    if (status == UserStatus.DEPROVISIONED) {
      dependants.forEach(dependant -> dependant.deactivated(user));
    }
    return store(user);
  }

  private User store(User user) {
    people.put(user);
    memberships.follow(user);
    return user;
  }

  /** Every group in list order. */
  public synchronized List<Group> groups() {
    return groups.rows().all();
  }

  synchronized Slice<Group> groups(int after, int limit, Predicate<Group> wanted) {
    return groups.rows().after(after, limit, wanted);
  }

  synchronized Slice<Group> groups(
      int after, int limit, Predicate<Group> wanted, Comparator<Group> order) {
    return groups.rows().after(after, limit, wanted, order);
  }

  /**
   * The group with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized Group group(String id) {
    return groups.get(id);
  }

  /**
   * Creates an OKTA_GROUP as the API does.
   *
   * @throws OktaError if the profile is invalid or another group of Okta's own has the name
   */
  public synchronized Group createGroup(Map<String, Object> profile) {
    groups.check(profile, null);
    Group group = groups.put(groups.fresh(profile, GroupType.OKTA_GROUP, now()));
    events.byAdministrator(EventType.GROUP_CREATED, LogEvent.Party.of(group));
    return group;
  }

  /** Adds a group of any type without checks, as an import from an application does. */
  public synchronized Group importGroup(String name, GroupType type) {
    Group group = groups.put(groups.fresh(Map.of("name", name), type, now()));
    events.bySystem(EventType.GROUP_CREATED, LogEvent.Party.of(group));
    return group;
  }

  /**
   * Replaces the profile of an OKTA_GROUP.
   *
   * @throws OktaError if the group is unknown or not an OKTA_GROUP, or the profile is invalid
   */
  public synchronized Group updateGroup(String id, Map<String, Object> profile) {
    Group old = own(EventType.GROUP_UPDATED, id);
    groups.check(profile, id);
    Group next = groups.put(old.withProfile(People.compact(profile), now()));
    events.byAdministrator(EventType.GROUP_UPDATED, LogEvent.Party.of(next));
    return next;
  }

  /**
   * Deletes an OKTA_GROUP with its memberships, for which there are no events of their own.
   *
   * @throws OktaError if the group is unknown or not an OKTA_GROUP
   */
  public synchronized void deleteGroup(String id) {
    Group group = own(EventType.GROUP_DELETED, id);
    dependants.forEach(dependant -> dependant.deleted(group));
    groups.remove(group);
    events.byAdministrator(EventType.GROUP_DELETED, LogEvent.Party.of(group));
  }

  private Group own(EventType call, String groupId) {
    Group group = group(groupId);
    return events.checked(call, () -> Groups.own(group), LogEvent.Party.of(group));
  }

  /**
   * The groups of one person in list order.
   *
   * @throws OktaError if the person is unknown
   */
  public List<Group> groupsOf(String userId) {
    return groupsOf(userId, -1, ALL).items();
  }

  synchronized Slice<Group> groupsOf(String userId, int after, int limit) {
    int number = user(userId).number();
    return groups.rows().after(after, limit, group -> group.members().contains(number));
  }

  /**
   * The members of one group in list order, deactivated people included.
   *
   * @throws OktaError if the group is unknown
   */
  public List<User> members(String groupId) {
    return members(groupId, -1, ALL).items();
  }

  synchronized Slice<User> members(String groupId, int after, int limit) {
    return people.rows().slice(group(groupId).members().after(after), limit);
  }

  /** Adds a member to an OKTA_GROUP; nothing happens if the person is one already. */
  public synchronized void addMember(String groupId, String userId) {
    memberships.byHand(group(groupId), user(userId), true);
  }

  /** Takes a member out of an OKTA_GROUP; nothing happens if the person is none. */
  public synchronized void removeMember(String groupId, String userId) {
    memberships.byHand(group(groupId), user(userId), false);
  }

  /** Gives a group of any type exactly these members, as an import does. */
  public synchronized void importMembers(String groupId, Collection<String> userIds) {
    Members members = Members.of(userIds.stream().mapToInt(id -> user(id).number()));
    memberships.replace(group(groupId), members);
  }

  /**
   * Makes the rule of an OKTA_GROUP: whoever has this value in this attribute is a member. It runs
   * over everybody at once.
   *
   * @throws OktaError if the group is unknown or not an OKTA_GROUP
   */
  public synchronized void applyRule(String groupId, String attribute, String value) {
    memberships.applyRule(Groups.own(group(groupId)), new Group.Rule(attribute, value));
  }

  /** The time of what happens now, to the millisecond. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
