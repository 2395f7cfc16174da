package org.oktasync.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.DesiredState;
import org.oktasync.source.SourceSnapshot;

/** A reading of the source, seen through the mapping of a connection. */
final class MappedState implements DesiredState {
  private final SourceSnapshot snapshot;
  private final MappingProfile mapping;

  MappedState(SourceSnapshot snapshot, MappingProfile mapping) {
    this.snapshot = snapshot;
    this.mapping = mapping;
  }

  @Override
  public boolean accountsComplete() {
    return snapshot.usersCompleteness().complete();
  }

  @Override
  public boolean groupsComplete() {
    return snapshot.groupsCompleteness().complete();
  }

  @Override
  public boolean membersComplete(ExternalId group) {
    return snapshot.membersCompleteness(group).complete();
  }

  @Override
  public Cursor<DesiredAccount> accounts() {
    return new Mapped<>(snapshot.users(), user -> Optional.of(mapping.account(user)));
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    return new Mapped<>(snapshot.groups(), mapping::group);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return snapshot.members(group);
  }

  /** A cursor whose elements are turned into others, or left out. */
  private static final class Mapped<S, T> implements Cursor<T> {
    private final Cursor<S> source;
    private final Iterator<T> mapped;

    Mapped(Cursor<S> source, Function<S, Optional<T>> mapping) {
      this.source = source;
      Iterable<S> once = () -> source;
      mapped =
          java.util.stream.StreamSupport.stream(once.spliterator(), false)
              .flatMap(element -> mapping.apply(element).stream())
              .iterator();
    }

    @Override
    public boolean hasNext() {
      return mapped.hasNext();
    }

    @Override
    public T next() {
      return mapped.next();
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
