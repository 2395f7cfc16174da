package org.oktasync.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
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
  private final PeopleOutside outside;

  /** A reading whose list of people is all that is known of them. */
  MappedState(SourceSnapshot snapshot, MappingProfile mapping) {
    this(snapshot, mapping, PeopleOutside.NOBODY);
  }

  /**
   * @param outside linked people who are not in the list of people
   */
  MappedState(SourceSnapshot snapshot, MappingProfile mapping, PeopleOutside outside) {
    this.snapshot = snapshot;
    this.mapping = mapping;
    this.outside = outside;
  }

  @Override
  public boolean accountsComplete() {
    return snapshot.usersCompleteness().complete() && outside.complete();
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
    Cursor<DesiredAccount> inside =
        new Mapped<>(snapshot.users(), user -> Optional.of(mapping.account(user)));
    return outside.people().isEmpty()
        ? inside
        : new Merged(inside, outside.people().values().iterator());
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    return new Mapped<>(snapshot.groups(), mapping::group);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return snapshot.members(group);
  }

  /** People of two sources in order of their ids; nobody is in both. */
  private static final class Merged implements Cursor<DesiredAccount> {
    private final Cursor<DesiredAccount> inside;
    private final Iterator<DesiredAccount> outside;
    private DesiredAccount nextInside;
    private DesiredAccount nextOutside;

    Merged(Cursor<DesiredAccount> inside, Iterator<DesiredAccount> outside) {
      this.inside = inside;
      this.outside = outside;
      this.nextInside = next(inside);
      this.nextOutside = next(outside);
    }

    private static DesiredAccount next(Iterator<DesiredAccount> people) {
      return people.hasNext() ? people.next() : null;
    }

    @Override
    public boolean hasNext() {
      return nextInside != null || nextOutside != null;
    }

    @Override
    public DesiredAccount next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      boolean fromInside =
          nextOutside == null
              || (nextInside != null && nextInside.id().compareTo(nextOutside.id()) < 0);
      DesiredAccount person = fromInside ? nextInside : nextOutside;
      if (fromInside) {
        nextInside = next(inside);
      } else {
        nextOutside = next(outside);
      }
      return person;
    }

    @Override
    public void close() {
      inside.close();
    }
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
