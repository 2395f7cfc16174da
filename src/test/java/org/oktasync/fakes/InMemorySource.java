package org.oktasync.fakes;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUsage;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceCheck;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceIds;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSize;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.source.SyncToken;

/** An identity source in memory; its lists can be made to break off. */
public final class InMemorySource implements IdentitySource {
  private int lookups;
  private SourceUsage usage = SourceUsage.NONE;
  private final Map<ExternalId, SourceUser> users = new TreeMap<>();
  private final Map<ExternalId, SourceGroup> groups = new TreeMap<>();
  private final Map<ExternalId, Set<ExternalId>> members = new HashMap<>();
  private final Set<ExternalId> brokenMembers = new HashSet<>();
  private final Set<ExternalId> hiddenGroups = new HashSet<>();
  private final Map<String, Set<ExternalId>> appUsers = new HashMap<>();
  private final Set<ExternalId> lagging = new HashSet<>();
  private boolean brokenUsers;
  private boolean brokenGroups;
  private SourceException down;
  private SourceException lookupsFail;
  private final SourceLog log = new SourceLog();
  private final InMemoryLists lists = new InMemoryLists();
  private final InMemoryEntitlements entitlements = new InMemoryEntitlements();
  private final InMemorySchemas schemas = new InMemorySchemas();
  private final InMemoryThings things = new InMemoryThings(this);

  /** Okta never gives an id twice; histories made by chance do, and the log then tells it all. */
  private final Map<ExternalId, Set<ExternalId>> groupsOfDeleted = new HashMap<>();

  private final Map<ExternalId, Set<ExternalId>> onceInside = new HashMap<>();

  /** An active person with this id and login; display name and e-mail follow from the login. */
  public InMemorySource person(String id, String login) {
    return person(id, login, "ACTIVE", login + "@example.com", "Name of " + login);
  }

  /** A person as given, new or changed. */
  public InMemorySource person(
      String id, String login, String status, String email, String displayName) {
    Map<String, SourceValue> values = new HashMap<>();
    values.put("profile.login", new SourceValue.Text(login));
    values.put("profile.email", new SourceValue.Text(email));
    values.put("profile.displayName", new SourceValue.Text(displayName));
    values.put("profile.employeeNumber", new SourceValue.Number(BigDecimal.ONE));
    ExternalId key = new ExternalId(id);
    boolean before = groupsOfDeleted.containsKey(key);
    log.userChanged(key, !users.containsKey(key) && !before);
    if (before) {
      groupsOfDeleted.remove(key).forEach(group -> log.stale(group.value(), id));
    }
    users.put(key, new SourceUser(key, status, new SourceRecord(values)));
    return this;
  }

  /** The same person with another value of one attribute. */
  public InMemorySource attribute(String id, String path, String value) {
    SourceUser user = users.get(new ExternalId(id));
    Map<String, SourceValue> values = new HashMap<>(user.attributes().values());
    values.put(path, new SourceValue.Text(value));
    log.userChanged(user.id(), false);
    users.put(user.id(), new SourceUser(user.id(), user.status(), new SourceRecord(values)));
    return this;
  }

  /** What every reading is to have cost. */
  public InMemorySource cost(SourceUsage costs) {
    usage = costs;
    return this;
  }

  /** The same person with another status. */
  public InMemorySource status(String id, String status) {
    SourceUser user = users.get(new ExternalId(id));
    log.userChanged(user.id(), false);
    users.put(user.id(), new SourceUser(user.id(), status, user.attributes()));
    return this;
  }

  /** A person is deleted, and is member of nothing any more. */
  public InMemorySource deletePerson(String id) {
    ExternalId key = new ExternalId(id);
    if (users.remove(key) != null) {
      log.userDeleted(key);
      Set<ExternalId> groupsNow = new HashSet<>();
      members.forEach((group, inside) -> addIf(groupsNow, group, inside.contains(key)));
      groupsOfDeleted.put(key, groupsNow);
    }
    members.values().forEach(inside -> inside.remove(key));
    return this;
  }

  /**
   * A group with exactly these members. Of one that was lost and is back, a source reads the whole
   * list; here the log tells of everybody who ever was in it.
   */
  public InMemorySource group(String id, String name, String... memberIds) {
    ExternalId key = new ExternalId(id);
    boolean isBack = !groups.containsKey(key);
    groups.put(key, new SourceGroup(key, "OKTA_GROUP", name, "", OptionalLong.empty()));
    Set<ExternalId> inside = new TreeSet<>();
    for (String member : memberIds) {
      inside.add(new ExternalId(member));
    }
    log.groupChanged(key, members.getOrDefault(key, Set.of()), inside);
    Set<ExternalId> once = onceInside.computeIfAbsent(key, group -> new TreeSet<>());
    if (isBack) {
      once.stream()
          .filter(user -> !inside.contains(user))
          .forEach(user -> log.stale(id, user.value()));
    }
    once.addAll(inside);
    members.put(key, inside);
    return this;
  }

  /** The source states how many members a group has. */
  public InMemorySource stated(String id) {
    SourceGroup group = groups.get(new ExternalId(id));
    OptionalLong size = OptionalLong.of(membersOf(group.id()).size());
    groups.put(
        group.id(),
        new SourceGroup(group.id(), group.type(), group.name(), group.description(), size));
    return this;
  }

  /** A group is deleted. */
  public InMemorySource deleteGroup(String id) {
    if (groups.remove(new ExternalId(id)) != null) {
      log.groupDeleted(new ExternalId(id));
    }
    members.remove(new ExternalId(id));
    return this;
  }

  /** A group is left out of lists that say that they are whole, and still found by its id. */
  public InMemorySource hideGroup(String id) {
    hiddenGroups.add(new ExternalId(id));
    return this;
  }

  /** The list of people breaks off: only those of these ids come. */
  public InMemorySource breakUsers(boolean broken) {
    brokenUsers = broken;
    return this;
  }

  /** The list of groups breaks off in the middle. */
  public InMemorySource breakGroups(boolean broken) {
    brokenGroups = broken;
    return this;
  }

  /** The member list of a group breaks off before its first member. */
  public InMemorySource breakMembers(String group) {
    brokenMembers.add(new ExternalId(group));
    return this;
  }

  /** All lists are whole again. */
  public InMemorySource mend() {
    brokenUsers = false;
    brokenGroups = false;
    brokenMembers.clear();
    down = null;
    return this;
  }

  /** Nothing answers any more. */
  public InMemorySource goDown(SourceException failure) {
    down = failure;
    return this;
  }

  /** The log of changes, to be made to tell less than there is. */
  public SourceLog log() {
    return log;
  }

  /** Applications, roles and devices, once they are shown. */
  public InMemoryThings things() {
    return things;
  }

  /** Everybody, by id. */
  public List<SourceUser> people() {
    return List.copyOf(users.values());
  }

  /** Ids of all groups. */
  public List<SourceGroup> groups() {
    return List.copyOf(groups.values());
  }

  /** Ids of a group's members. */
  public Set<ExternalId> membersOf(ExternalId group) {
    return Set.copyOf(members.getOrDefault(group, Set.of()));
  }

  @Override
  public SourceSnapshot read(SyncScope scope, Path folder, StopSignal stop, Progress progress) {
    if (down != null) {
      throw down;
    }
    stop.check();
    return snapshot(scope);
  }

  private InMemorySnapshot snapshot(SyncScope scope) {
    List<SourceUser> people = new ArrayList<>(users.values());
    people.removeIf(user -> !listed(user, scope.people()));
    List<SourceGroup> teams = new ArrayList<>(groups.values());
    teams.removeIf(group -> hiddenGroups.contains(group.id()));
    if (brokenUsers) {
      people.subList(people.size() / 2, people.size()).clear();
    }
    if (brokenGroups) {
      teams.subList(teams.size() / 2, teams.size()).clear();
    }
    Map<ExternalId, List<ExternalId>> inside = new HashMap<>();
    if (scope.memberships()) {
      members.forEach((group, ids) -> inside.put(group, ids.stream().sorted().toList()));
    }
    brokenMembers.forEach(group -> inside.put(group, List.of()));
    InMemorySnapshot.Broken broken =
        new InMemorySnapshot.Broken(brokenUsers, brokenGroups, Set.copyOf(brokenMembers));
    return new InMemorySnapshot(people, teams, inside, broken, log.token(brokenMembers));
  }

  /** Somebody is assigned to an application. */
  public InMemorySource assign(String app, String user) {
    appUsers.computeIfAbsent(app, id -> new TreeSet<>()).add(new ExternalId(user));
    return this;
  }

  /** Somebody is no longer assigned to an application. */
  public InMemorySource unassign(String app, String user) {
    appUsers.get(app).remove(new ExternalId(user));
    return this;
  }

  /** The index of the source does not show these people, who have just changed. */
  public InMemorySource lag(String... ids) {
    lagging.clear();
    for (String id : ids) {
      lagging.add(new ExternalId(id));
    }
    return this;
  }

  /** Whether somebody is in a scope, as lists of the source show it. */
  boolean listed(SourceUser user, PeopleScope scope) {
    if (scope instanceof PeopleScope.MembersOf groupsMeant) {
      return groupsMeant.ids().stream()
          .anyMatch(group -> membersOf(new ExternalId(group)).contains(user.id()));
    } else if (scope instanceof PeopleScope.UsersOf app) {
      return appUsers.getOrDefault(app.id(), Set.of()).contains(user.id());
    } else if (scope instanceof PeopleScope.Search search) {
      return !lagging.contains(user.id()) && matches(user, search.expression());
    } else if (scope instanceof PeopleScope.Filter filter) {
      return matches(user, filter.expression());
    }
    return true;
  }

  /** Understands conditions of the form {@code path eq "value"}. */
  private static boolean matches(SourceUser user, String expression) {
    String[] parts = expression.split(" eq ", 2);
    return user.attributes().text(parts[0]).equals(parts[1].replace("\"", ""));
  }

  boolean isBroken() {
    return brokenUsers;
  }

  @Override
  public Optional<SourceDelta> changes(
      SyncScope scope, SyncToken since, Path folder, StopSignal stop, Progress progress) {
    if (down != null) {
      throw down;
    }
    stop.check();
    return log.since(since, this, scope);
  }

  @Override
  public SourceIds ids(Path folder, StopSignal stop, Progress progress) {
    return snapshot(new SyncScope(false, false)).ids();
  }

  @Override
  public SourceLookup lookup(StopSignal stop) {
    return new InMemoryLookup(this);
  }

  /** How often something was asked for by id. */
  public int lookups() {
    return lookups;
  }

  /** Counts a question, and fails when it is not to be answered. */
  void asked() {
    lookups++;
    if (down != null) {
      throw down;
    } else if (lookupsFail != null) {
      throw lookupsFail;
    }
  }

  /** Single questions fail, though lists are answered; null ends that. */
  public InMemorySource lookupsFail(SourceException failure) {
    lookupsFail = failure;
    return this;
  }

  /** Whether the index does not show somebody yet. */
  boolean lags(ExternalId id) {
    return lagging.contains(id);
  }

  boolean hasApplication(String id) {
    return appUsers.containsKey(id);
  }

  /** How a person is now; null when there is none. */
  SourceUser personNow(ExternalId id) {
    return users.get(id);
  }

  /** How a group is now; null when there is none. */
  SourceGroup groupNow(ExternalId id) {
    return groups.get(id);
  }

  private static void addIf(Set<ExternalId> found, ExternalId id, boolean wanted) {
    if (wanted) {
      found.add(id);
    }
  }

  @Override
  public InMemoryLists lists() {
    return lists;
  }

  @Override
  public InMemoryEntitlements entitlements() {
    return entitlements;
  }

  @Override
  public InMemorySchemas schemas() {
    return schemas;
  }

  @Override
  public SourceCheck test(StopSignal stop) {
    return new SourceCheck(
        List.of(new SourceCheck.Step("reach", true, Message.of("reach-ok"))), "00o1", "Fake");
  }

  @Override
  public SourceSize size(SyncScope scope, Optional<Predicate<SourceUser>> wanted, StopSignal stop) {
    asked();
    long inside = members.values().stream().mapToLong(Set::size).sum();
    return new SourceSize(
        users.values().stream()
            .filter(user -> listed(user, scope.people()))
            .filter(wanted.orElse(user -> true))
            .count(),
        groups.size(),
        OptionalLong.of(inside),
        false,
        2 + groups.size(),
        Duration.ofMillis(2_100));
  }

  @Override
  public SourceUsage usage() {
    return usage;
  }

  @Override
  public void close() {}
}
