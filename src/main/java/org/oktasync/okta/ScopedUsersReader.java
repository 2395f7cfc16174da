package org.oktasync.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.spool.SortedSpool;

/**
 * Reads the people of a scope that is not everybody. A group or an application that does not exist
 * leaves the list incomplete: that nobody is in it would be the worst of guesses.
 */
final class ScopedUsersReader implements PeopleReader {
  static final String GROUP_GONE = "okta-scope-group-gone";
  static final String APP_GONE = "okta-scope-app-gone";

  private final OktaLists lists;
  private final OktaLookup lookup;
  private final PeopleScope scope;
  private final SortedSpool<SourceUser> spool;
  private final AtomicReference<Instant> firstAnswer;
  private final StopSignal stop;
  private final Progress progress;
  private final List<ExternalId> withoutPerson = new ArrayList<>();
  private long read;

  ScopedUsersReader(
      OktaLists lists,
      OktaLookup lookup,
      PeopleScope scope,
      SortedSpool<SourceUser> spool,
      AtomicReference<Instant> firstAnswer,
      StopSignal stop,
      Progress progress) {
    this.lists = lists;
    this.lookup = lookup;
    this.scope = scope;
    this.spool = spool;
    this.firstAnswer = firstAnswer;
    this.stop = stop;
    this.progress = progress;
  }

  @Override
  public Completeness read() {
    Completeness completeness = readScope();
    spool.seal();
    boolean oneList = !(scope instanceof PeopleScope.MembersOf);
    if (completeness.complete() && oneList && spool.repeats() > 0) {
      return Completeness.broken(ListWalk.REPEATED_ID);
    }
    return completeness;
  }

  private Completeness readScope() {
    if (scope instanceof PeopleScope.MembersOf members) {
      return readGroups(members);
    } else if (scope instanceof PeopleScope.UsersOf app) {
      return readApp(app.id());
    } else if (scope instanceof PeopleScope.Search search) {
      return readPeople(lists.searchedUsers(search.expression()));
    }
    return readPeople(lists.filteredUsers(((PeopleScope.Filter) scope).expression()));
  }

  /** Somebody may be in several groups, and counts once. */
  private Completeness readGroups(PeopleScope.MembersOf members) {
    Completeness all = Completeness.WHOLE;
    for (String group : members.ids().stream().sorted().toList()) {
      Completeness one = readGroup(group);
      all = all.complete() ? one : all;
    }
    return all;
  }

  private Completeness readGroup(String group) {
    try {
      return readPeople(lists.members(group, OktaLists.PAGE));
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Completeness.broken(GROUP_GONE);
      }
      throw e;
    }
  }

  private Completeness readPeople(OktaRequest first) {
    return walk(lists.userWalk(), first, page -> page.items().forEach(this::take));
  }

  private Completeness readApp(String app) {
    try {
      Completeness judged =
          walk(
              lists.appPeopleWalk(),
              lists.appPeople(app, OktaLists.PAGE),
              page -> page.items().forEach(this::take));
      lookup.users(withoutPerson).forEach(this::take);
      return judged;
    } catch (SourceException e) {
      if (e.kind() == Kind.NOT_FOUND && read == 0) {
        return Completeness.broken(APP_GONE);
      }
      throw e;
    }
  }

  private void take(AppPerson person) {
    if (person.mayUse() && person.whole()) {
      take(person.user());
    } else if (person.mayUse()) {
      withoutPerson.add(person.user().id());
    }
  }

  private void take(SourceUser user) {
    spool.add(user);
    read++;
  }

  private <T> Completeness walk(ListWalk<T> walk, OktaRequest first, Consumer<Page<T>> sink) {
    int[] pages = {0};
    try {
      return walk.walk(
          first,
          stop,
          page -> {
            pages[0]++;
            page.date().ifPresent(date -> firstAnswer.compareAndSet(null, date));
            sink.accept(page);
            progress.advance(page.items().size());
          });
    } catch (SourceException e) {
      if (pages[0] == 0) {
        throw e;
      }
      return Completeness.broken(e.problem().code());
    }
  }
}
