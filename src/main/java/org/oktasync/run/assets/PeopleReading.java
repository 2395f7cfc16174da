package org.oktasync.run.assets;

import java.util.Optional;
import org.oktasync.model.Cursor;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceSnapshot;

/** The people whose objects a run looks at. */
public interface PeopleReading {
  /** Whether all people were asked for, and not those that changed. */
  boolean everybody();

  /** How whole that is. */
  Completeness completeness();

  /** The people in ascending order of their ids; may be opened again. */
  Cursor<SourceUser> users();

  /** The reading that has the members of all groups; empty when people are to be asked for. */
  Optional<SourceSnapshot> groups();

  /** Everybody. */
  static PeopleReading all(SourceSnapshot snapshot) {
    return new PeopleReading() {
      @Override
      public boolean everybody() {
        return true;
      }

      @Override
      public Completeness completeness() {
        return snapshot.usersCompleteness();
      }

      @Override
      public Cursor<SourceUser> users() {
        return snapshot.users();
      }

      @Override
      public Optional<SourceSnapshot> groups() {
        return Optional.of(snapshot);
      }
    };
  }

  /** Some people, of whom there are few. */
  static PeopleReading some(Iterable<SourceUser> people) {
    return new PeopleReading() {
      @Override
      public boolean everybody() {
        return false;
      }

      @Override
      public Completeness completeness() {
        return Completeness.broken("part");
      }

      @Override
      public Cursor<SourceUser> users() {
        return Cursor.over(people);
      }

      @Override
      public Optional<SourceSnapshot> groups() {
        return Optional.empty();
      }
    };
  }
}
