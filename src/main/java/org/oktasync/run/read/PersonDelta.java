package org.oktasync.run.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/** A delta in which nothing is told: whoever reads it asks for the one person by id. */
final class PersonDelta implements SourceDelta {
  private final Instant now;

  PersonDelta(Instant now) {
    this.now = now;
  }

  @Override
  public Instant readAt() {
    return now;
  }

  @Override
  public Cursor<SourceUser> users() {
    return Cursor.over(List.of());
  }

  @Override
  public Optional<Cursor<SourceUser>> everybodyInScope() {
    return Optional.empty();
  }

  @Override
  public boolean joined(ExternalId user) {
    return false;
  }

  @Override
  public Set<ExternalId> deletedUsers() {
    return Set.of();
  }

  @Override
  public Cursor<SourceGroup> groups() {
    return Cursor.over(List.of());
  }

  @Override
  public Set<ExternalId> deletedGroups() {
    return Set.of();
  }

  @Override
  public Optional<MemberChanges> memberChanges(ExternalId group) {
    return Optional.empty();
  }

  @Override
  public Completeness membersCompleteness(ExternalId group) {
    return Completeness.broken("not-read");
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return Cursor.over(List.of());
  }

  @Override
  public Optional<ThingChanges> changesOf(ThingKind kind) {
    return Optional.of(ThingChanges.NONE);
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
    return Optional.empty();
  }

  @Override
  public void close() {}
}
