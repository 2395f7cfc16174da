package org.oktasync.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SyncScope;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/**
 * What an {@link InMemorySource} remembers of its changes. A token is the number of changes behind
 * it, and the groups whose members it never saw; readings of what changed begin a few changes
 * earlier, as an overlap does.
 */
public final class SourceLog {
  private enum Kind {
    USER,
    NEW_USER,
    USER_DELETED,
    GROUP,
    GROUP_DELETED,
    JOINED,
    LEFT,
    THING
  }

  private record Entry(
      Kind kind, ExternalId id, ExternalId group, ThingKind of, ThingChanges changes) {
    Entry(Kind kind, ExternalId id, ExternalId group) {
      this(kind, id, group, null, null);
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private int overlap;
  private boolean whole;
  private boolean lost;
  private boolean silent;
  private boolean untold;

  /** Readings see so many old changes once more. */
  public void overlap(int changes) {
    overlap = changes;
  }

  /** Readings have whole lists of members instead of what changed in them. */
  public void wholeLists(boolean on) {
    whole = on;
  }

  /** Tokens are worth nothing any more. */
  public void lose(boolean on) {
    lost = on;
  }

  /** Deletions are not told. */
  public void silentDeletions(boolean on) {
    silent = on;
  }

  /** Nothing is told of applications, roles and devices. */
  public void untoldThings(boolean on) {
    untold = on;
  }

  /** Something about things of a kind changes. */
  void thing(ThingKind kind, ThingChanges changes) {
    entries.add(new Entry(Kind.THING, null, null, kind, changes));
  }

  /** The log tells of somebody leaving a group although they are in it. */
  public void stale(String group, String user) {
    entries.add(new Entry(Kind.LEFT, new ExternalId(user), new ExternalId(group)));
  }

  void userChanged(ExternalId id, boolean isNew) {
    entries.add(new Entry(isNew ? Kind.NEW_USER : Kind.USER, id, null));
  }

  void userDeleted(ExternalId id) {
    entries.add(new Entry(Kind.USER_DELETED, id, null));
  }

  void groupDeleted(ExternalId id) {
    entries.add(new Entry(Kind.GROUP_DELETED, id, null));
  }

  void groupChanged(ExternalId id, Set<ExternalId> before, Set<ExternalId> after) {
    entries.add(new Entry(Kind.GROUP, id, null));
    for (ExternalId user : new TreeSet<>(after)) {
      if (!before.contains(user)) {
        entries.add(new Entry(Kind.JOINED, user, id));
      }
    }
    for (ExternalId user : new TreeSet<>(before)) {
      if (!after.contains(user)) {
        entries.add(new Entry(Kind.LEFT, user, id));
      }
    }
  }

  Optional<SyncToken> token(Set<ExternalId> unseen) {
    List<String> groups = unseen.stream().map(ExternalId::value).sorted().toList();
    return Optional.of(new SyncToken(entries.size() + ":" + String.join(",", groups)));
  }

  Optional<SourceDelta> since(SyncToken token, InMemorySource source, SyncScope scope) {
    if (lost) {
      return Optional.empty();
    }
    int colon = token.value().indexOf(':');
    int from = Math.max(0, Integer.parseInt(token.value().substring(0, colon)) - overlap);
    Set<ExternalId> unseen = new HashSet<>();
    for (String group : token.value().substring(colon + 1).split(",")) {
      if (!group.isEmpty()) {
        unseen.add(new ExternalId(group));
      }
    }
    return Optional.of(new Delta(entries.subList(from, entries.size()), unseen, source, scope));
  }

  /** What the entries behind a token come to. */
  private final class Delta implements SourceDelta {
    private final Set<ExternalId> users = new TreeSet<>();
    private final Set<ExternalId> joined = new HashSet<>();
    private final Set<ExternalId> deletedUsers = new TreeSet<>();
    private final Set<ExternalId> groups = new TreeSet<>();
    private final Set<ExternalId> deletedGroups = new TreeSet<>();
    private final Map<ExternalId, Map<ExternalId, Boolean>> members = new HashMap<>();
    private final Set<ExternalId> unseen;
    private final InMemorySource source;
    private final PeopleScope scope;
    private final Set<ThingKind> followed;
    private final List<Entry> things = new ArrayList<>();

    Delta(List<Entry> news, Set<ExternalId> unseen, InMemorySource source, SyncScope scope) {
      this.scope = scope.people();
      this.followed = scope.things();
      this.unseen = unseen;
      this.source = source;
      groups.addAll(unseen);
      news.forEach(this::take);
    }

    private void take(Entry entry) {
      switch (entry.kind) {
        case NEW_USER -> {
          users.add(entry.id);
          joined.add(entry.id);
        }
        case USER -> users.add(entry.id);
        case USER_DELETED -> (silent ? new HashSet<ExternalId>() : deletedUsers).add(entry.id);
        case GROUP -> groups.add(entry.id);
        case THING -> things.add(entry);
        case GROUP_DELETED -> (silent ? new HashSet<ExternalId>() : deletedGroups).add(entry.id);
        default -> {
          groups.add(entry.group);
          members
              .computeIfAbsent(entry.group, group -> new HashMap<>())
              .put(entry.id, entry.kind == Kind.JOINED);
        }
      }
    }

    @Override
    public Instant readAt() {
      return Instant.EPOCH;
    }

    @Override
    public Cursor<SourceUser> users() {
      return Cursor.over(
          users.stream()
              .map(source::personNow)
              .filter(user -> user != null && source.listed(user, scope))
              .toList());
    }

    @Override
    public Optional<Cursor<SourceUser>> everybodyInScope() {
      return scope.everyone() || source.isBroken()
          ? Optional.empty()
          : Optional.of(
              Cursor.over(
                  source.people().stream().filter(user -> source.listed(user, scope)).toList()));
    }

    @Override
    public boolean joined(ExternalId user) {
      return joined.contains(user);
    }

    @Override
    public Set<ExternalId> deletedUsers() {
      return deletedUsers;
    }

    @Override
    public Cursor<SourceGroup> groups() {
      return Cursor.over(
          groups.stream().map(source::groupNow).filter(group -> group != null).toList());
    }

    @Override
    public Set<ExternalId> deletedGroups() {
      return deletedGroups;
    }

    @Override
    public Optional<MemberChanges> memberChanges(ExternalId group) {
      if (whole || unseen.contains(group)) {
        return Optional.empty();
      }
      Set<ExternalId> added = new HashSet<>();
      Set<ExternalId> removed = new HashSet<>();
      members
          .getOrDefault(group, Map.of())
          .forEach((user, inside) -> (inside ? added : removed).add(user));
      return Optional.of(new MemberChanges(added, removed));
    }

    @Override
    public Completeness membersCompleteness(ExternalId group) {
      boolean read = whole || unseen.contains(group);
      return read ? Completeness.WHOLE : Completeness.broken("not-read");
    }

    @Override
    public Cursor<ExternalId> members(ExternalId group) {
      return Cursor.over(new TreeSet<>(source.membersOf(group)));
    }

    @Override
    public Optional<ThingChanges> changesOf(ThingKind kind) {
      if (untold || !followed.contains(kind)) {
        return Optional.empty();
      }
      Set<ExternalId> people = new HashSet<>();
      Set<ExternalId> inGroups = new HashSet<>();
      Set<String> changed = new HashSet<>();
      Set<String> shaken = new HashSet<>();
      for (Entry entry : things) {
        if (entry.of() == kind) {
          people.addAll(entry.changes().people());
          inGroups.addAll(entry.changes().groups());
          changed.addAll(entry.changes().things());
          shaken.addAll(entry.changes().shaken());
        }
      }
      return Optional.of(new ThingChanges(people, inGroups, changed, shaken));
    }

    @Override
    public List<IncompleteList> incomplete() {
      return List.of();
    }

    @Override
    public List<String> offCount() {
      return List.of();
    }

    @Override
    public List<Message> notices() {
      return List.of();
    }

    @Override
    public Optional<SyncToken> token() {
      return SourceLog.this.token(Set.of());
    }

    @Override
    public void close() {}
  }
}
