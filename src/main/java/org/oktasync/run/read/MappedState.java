package org.oktasync.run.read;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.DesiredState;
import org.oktasync.source.SourceSnapshot;

/** A reading of the source, seen through the mapping of a connection. */
public final class MappedState implements DesiredState {
  private final SourceSnapshot snapshot;
  private final MappingProfile mapping;
  private final PeopleOutside outside;
  private final NamedGroups namedGroups;

  /** A reading whose list of people is all that is known of them. */
  public MappedState(SourceSnapshot snapshot, MappingProfile mapping) {
    this(snapshot, mapping, PeopleOutside.NOBODY);
  }

  /**
   * @param outside linked people who are not in the list of people
   */
  public MappedState(SourceSnapshot snapshot, MappingProfile mapping, PeopleOutside outside) {
    this.snapshot = snapshot;
    this.mapping = mapping;
    this.outside = outside;
    this.namedGroups = new NamedGroups(snapshot, this);
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
    Optional<CombinedGroup> combined = mapping.groups().combined(group);
    return combined.isPresent()
        ? namedGroups.complete(combined.get())
        : snapshot.membersCompleteness(group).complete();
  }

  @Override
  public Cursor<DesiredAccount> accounts() {
    Cursor<DesiredAccount> inside =
        new Mapped<>(snapshot.users(), user -> Optional.of(mapping.account(user)));
    return outside.people().isEmpty()
        ? inside
        : new Merged<>(inside, outside.people().values().iterator(), DesiredAccount::id);
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    Cursor<DesiredGroup> ofSource = new Mapped<>(snapshot.groups(), mapping::group);
    List<DesiredGroup> named = mapping.groups().named(namedGroups.present());
    return named.isEmpty() ? ofSource : new Merged<>(ofSource, named.iterator(), DesiredGroup::id);
  }

  @Override
  public boolean forNewcomers(ExternalId group) {
    return mapping.groups().combined(group).map(CombinedGroup::newcomers).orElse(false);
  }

  @Override
  public boolean forNamesakes(ExternalId group) {
    return mapping.groups().combined(group).map(CombinedGroup::namesakes).orElse(false);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    Optional<CombinedGroup> combined = mapping.groups().combined(group);
    return combined.isPresent() ? namedGroups.members(combined.get()) : snapshot.members(group);
  }

  /** What two sources have, in order of ids; nothing is in both. */
  private static final class Merged<T> implements Cursor<T> {
    private final Cursor<T> inside;
    private final Iterator<T> outside;
    private final Function<T, ExternalId> id;
    private T nextInside;
    private T nextOutside;

    Merged(Cursor<T> inside, Iterator<T> outside, Function<T, ExternalId> id) {
      this.inside = inside;
      this.outside = outside;
      this.id = id;
      this.nextInside = next(inside);
      this.nextOutside = next(outside);
    }

    private static <T> T next(Iterator<T> values) {
      return values.hasNext() ? values.next() : null;
    }

    @Override
    public boolean hasNext() {
      return nextInside != null || nextOutside != null;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      boolean fromInside =
          nextOutside == null
              || (nextInside != null && id.apply(nextInside).compareTo(id.apply(nextOutside)) < 0);
      T value = fromInside ? nextInside : nextOutside;
      if (fromInside) {
        nextInside = next(inside);
      } else {
        nextOutside = next(outside);
      }
      return value;
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
