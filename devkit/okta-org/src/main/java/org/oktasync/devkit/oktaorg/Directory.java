package org.oktasync.devkit.oktaorg;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The organisation's people, groups and memberships, with the rules Okta keeps: logins are unique
 * without regard to case, times move as the Management API documents, deactivated people keep their
 * memberships, and calls that Okta refuses throw {@link OktaError}. Safe for many threads; values
 * handed out never change.
 */
public final class Directory {
  private static final int ALL = Integer.MAX_VALUE;
  private static final String TAKEN =
      "An object with this field already exists in the current organization";

  private final Clock clock;
  private final Ids ids;
  private final UserTypes types;
  private final ProfileSchema userSchema = new ProfileSchema("user-schema.json");
  private final ProfileSchema groupSchema = new ProfileSchema("group-schema.json");
  private final Table<User> users = new Table<>();
  private final Table<Group> groups = new Table<>();
  private final Map<String, String> idByLogin = new HashMap<>();

  /** An organisation that holds nothing but the group Everyone. */
  Directory(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
    this.types = new UserTypes(ids);
    importGroup("Everyone", GroupType.BUILT_IN);
  }

  ProfileSchema userSchema() {
    return userSchema;
  }

  ProfileSchema groupSchema() {
    return groupSchema;
  }

  UserTypes types() {
    return types;
  }

  /** Puts generated people and groups in place in one step; Everyone gets all of them. */
  synchronized void load(Collection<User> people, Collection<Group> generated) {
    people.forEach(this::put);
    generated.forEach(this::put);
    setMembers(groups().get(0), Members.of(people.stream().mapToInt(User::number)));
  }

  /** Every person in list order, deactivated ones included. */
  public List<User> users() {
    return users(-1, ALL, user -> true).items();
  }

  synchronized Slice<User> users(int after, int limit, Predicate<User> wanted) {
    return users.after(after, limit, wanted);
  }

  /**
   * The person with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized User user(String id) {
    return present(users.get(id), "User", id);
  }

  /**
   * The person with this id or, without regard to case, this login.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized User find(String idOrLogin) {
    return user(idByLogin.getOrDefault(fold(idOrLogin), idOrLogin));
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
    checkUser(profile, null);
    groupIds.forEach(this::oktaGroup);
    types.require(typeId);
    UserStatus invited = hasPassword ? UserStatus.ACTIVE : UserStatus.PROVISIONED;
    User user = add(profile, typeId, activate ? invited : UserStatus.STAGED, hasPassword);
    groupIds.forEach(groupId -> addMember(groupId, user.id()));
    return user;
  }

  /**
   * Adds a person as an import or an older policy may have left one: only the login is checked.
   *
   * @throws OktaError if the login is missing or taken
   */
  public synchronized User importUser(Map<String, Object> profile, UserStatus status) {
    checkLogin(profile, null);
    return add(profile, null, status, status == UserStatus.ACTIVE);
  }

  private User add(
      Map<String, Object> profile, String typeId, UserStatus status, boolean hasPassword) {
    Instant now = now();
    Instant invited = status == UserStatus.STAGED ? null : now;
    User user =
        new User(
            users.nextNumber(),
            ids.next("00u"),
            typeId == null ? types.standard().id() : typeId,
            status,
            now,
            invited,
            invited,
            null,
            now,
            hasPassword ? now : null,
            compact(profile));
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
    if (old.status() == UserStatus.DEPROVISIONED) {
      throw new OktaError(403, "E0000038", "A deactivated user cannot be changed");
    }
    Map<String, Object> profile = new LinkedHashMap<>(partial ? old.profile() : Map.of());
    profile.putAll(changes);
    checkUser(profile, id);
    idByLogin.remove(fold(old.login()));
    return store(old.withProfile(compact(profile), now()));
  }

  /**
   * Makes a life cycle call.
   *
   * @throws OktaError if the person is unknown or the status does not allow the call
   */
  public synchronized User transition(String id, Lifecycle call) {
    return setStatus(id, call.apply(user(id)));
  }

  /** Sets a status as happenings outside the API do: a sign-up, a lock-out, an expired password. */
  public synchronized User setStatus(String id, UserStatus status) {
    return store(user(id).withStatus(status, now()));
  }

  /** Deactivates an active person; deletes a deactivated one, whose login becomes free. */
  public synchronized void delete(String id) {
    User user = user(id);
    if (user.status() != UserStatus.DEPROVISIONED) {
      transition(id, Lifecycle.DEACTIVATE);
      return;
    }
    groupsOf(id).forEach(group -> join(group, user, false));
    users.remove(id);
    idByLogin.remove(fold(user.login()));
  }

  /** Stores a person and lets Everyone and the group rules take note. */
  private User store(User user) {
    put(user);
    for (Group group : groups()) {
      if (group.type() == GroupType.BUILT_IN) {
        join(group, user, true);
      } else if (group.rule() != null && user.status() != UserStatus.DEPROVISIONED) {
        join(group, user, group.rule().matches(user));
      }
    }
    return user;
  }

  private void put(User user) {
    users.put(user.id(), user.number(), user);
    idByLogin.put(fold(user.login()), user.id());
  }

  private void checkUser(Map<String, Object> profile, String ownId) {
    userSchema.check(profile);
    if (!profile.get("email").toString().matches("[^\\s@]+@[^\\s@]+")) {
      throw OktaError.invalid("email", "Does not match required pattern");
    }
    if (!profile.get("login").toString().matches("\\S+@\\S+")) {
      throw OktaError.invalid("login", "Username must be in the form of an email address");
    }
    checkLogin(profile, ownId);
  }

  private void checkLogin(Map<String, Object> profile, String ownId) {
    if (profile.get("login") == null) {
      throw OktaError.invalid("login", "The field cannot be left blank");
    }
    String holder = idByLogin.get(fold(profile.get("login").toString()));
    if (holder != null && !holder.equals(ownId)) {
      throw OktaError.invalid("login", TAKEN);
    }
  }

  /** Every group in list order. */
  public List<Group> groups() {
    return groups(-1, ALL, group -> true).items();
  }

  synchronized Slice<Group> groups(int after, int limit, Predicate<Group> wanted) {
    return groups.after(after, limit, wanted);
  }

  /**
   * The group with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  public synchronized Group group(String id) {
    return present(groups.get(id), "UserGroup", id);
  }

  /**
   * Creates an OKTA_GROUP as the API does.
   *
   * @throws OktaError if the profile is invalid or another group of Okta's own has the name
   */
  public synchronized Group createGroup(Map<String, Object> profile) {
    checkGroup(profile, null);
    return add(profile, GroupType.OKTA_GROUP);
  }

  /** Adds a group of any type without checks, as an import from an application does. */
  public synchronized Group importGroup(String name, GroupType type) {
    return add(Map.of("name", name), type);
  }

  private Group add(Map<String, Object> profile, GroupType type) {
    Instant now = now();
    String id = ids.next("00g");
    int number = groups.nextNumber();
    return put(new Group(number, id, type, null, now, now, now, compact(profile), Members.NONE));
  }

  /**
   * Replaces the profile of an OKTA_GROUP.
   *
   * @throws OktaError if the group is unknown or not an OKTA_GROUP, or the profile is invalid
   */
  public synchronized Group updateGroup(String id, Map<String, Object> profile) {
    Group old = oktaGroup(id);
    checkGroup(profile, id);
    return put(old.withProfile(compact(profile), now()));
  }

  /**
   * Deletes an OKTA_GROUP with its memberships.
   *
   * @throws OktaError if the group is unknown or not an OKTA_GROUP
   */
  public synchronized void deleteGroup(String id) {
    groups.remove(oktaGroup(id).id());
  }

  private void checkGroup(Map<String, Object> profile, String ownId) {
    groupSchema.check(profile);
    String name = fold(profile.get("name").toString());
    for (Group other : groups()) {
      boolean same = other.type() != GroupType.APP_GROUP && fold(other.name()).equals(name);
      if (same && !other.id().equals(ownId)) {
        throw OktaError.invalid("name", TAKEN);
      }
    }
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
    return groups.after(after, limit, group -> group.members().contains(number));
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
    return users.slice(group(groupId).members().after(after), limit);
  }

  /** Adds a member to an OKTA_GROUP; nothing happens if the person is one already. */
  public synchronized void addMember(String groupId, String userId) {
    join(oktaGroup(groupId), user(userId), true);
  }

  /** Takes a member out of an OKTA_GROUP; nothing happens if the person is none. */
  public synchronized void removeMember(String groupId, String userId) {
    join(oktaGroup(groupId), user(userId), false);
  }

  /** Gives a group of any type exactly these members, as an import does. */
  public synchronized void importMembers(String groupId, Collection<String> userIds) {
    IntStream numbers = userIds.stream().mapToInt(id -> user(id).number());
    setMembers(group(groupId), Members.of(numbers));
  }

  private void join(Group group, User user, boolean member) {
    Members members = group.members();
    if (members.contains(user.number()) != member) {
      setMembers(group, member ? members.with(user.number()) : members.without(user.number()));
    }
  }

  private void setMembers(Group group, Members members) {
    put(group.withMembers(members, now()));
  }

  private Group put(Group group) {
    groups.put(group.id(), group.number(), group);
    return group;
  }

  private Group oktaGroup(String id) {
    Group group = group(id);
    if (group.type() != GroupType.OKTA_GROUP) {
      throw OktaError.forbidden("Groups of type " + group.type() + " are managed elsewhere");
    }
    return group;
  }

  private static <T> T present(T row, String kind, String id) {
    if (row == null) {
      throw OktaError.notFound(kind, id);
    }
    return row;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> compact(Map<String, Object> profile) {
    Map<String, Object> kept = new LinkedHashMap<>(profile);
    kept.values().removeIf(value -> value == null || "".equals(value));
    return Collections.unmodifiableMap(kept);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
