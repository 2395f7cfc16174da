package org.oktasync.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceIds;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncToken;

/**
 * The state of a source in memory at the time of reading.
 *
 * @param inside the members of each group whose list was read
 * @param earned the token of this reading; empty when a list of it broke off
 */
record InMemorySnapshot(
    List<SourceUser> people,
    List<SourceGroup> teams,
    Map<ExternalId, List<ExternalId>> inside,
    Broken broken,
    Optional<SyncToken> earned)
    implements SourceSnapshot {
  /** Which lists broke off. */
  record Broken(boolean users, boolean groups, Set<ExternalId> members) {}

  @Override
  public Instant readAt() {
    return Instant.EPOCH;
  }

  @Override
  public Completeness usersCompleteness() {
    return broken.users() ? Completeness.broken("broken") : Completeness.WHOLE;
  }

  @Override
  public Completeness groupsCompleteness() {
    return broken.groups() ? Completeness.broken("broken") : Completeness.WHOLE;
  }

  @Override
  public Completeness membersCompleteness(ExternalId group) {
    boolean unknown = broken.members().contains(group) || !inside.containsKey(group);
    return unknown ? Completeness.broken("broken") : Completeness.WHOLE;
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>();
    if (broken.users()) {
      lists.add(new IncompleteList("users", "broken"));
    }
    if (broken.groups()) {
      lists.add(new IncompleteList("groups", "broken"));
    }
    broken.members().stream()
        .sorted()
        .forEach(group -> lists.add(new IncompleteList("members of " + group, "broken")));
    return lists;
  }

  @Override
  public List<String> offCount() {
    return List.of();
  }

  @Override
  public Optional<SyncToken> token() {
    return broken.users() || broken.groups() ? Optional.empty() : earned;
  }

  @Override
  public long userCount() {
    return people.size();
  }

  @Override
  public Cursor<SourceUser> users() {
    return Cursor.over(people);
  }

  @Override
  public Cursor<SourceGroup> groups() {
    return Cursor.over(teams);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return Cursor.over(inside.getOrDefault(group, List.of()));
  }

  @Override
  public void close() {}

  /** The same lists, as far as they are ids. */
  SourceIds ids() {
    return new SourceIds() {
      @Override
      public Cursor<ExternalId> users() {
        return Cursor.over(people.stream().map(SourceUser::id).toList());
      }

      @Override
      public Cursor<ExternalId> groups() {
        return Cursor.over(teams.stream().map(SourceGroup::id).toList());
      }

      @Override
      public List<IncompleteList> incomplete() {
        return InMemorySnapshot.this.incomplete();
      }

      @Override
      public void close() {}
    };
  }
}
