package org.oktasync.okta;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.oktasync.control.Progress;
import org.oktasync.control.SyncLog;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.spool.MembershipSpool;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/**
 * One reading: people and groups side by side, then the members of each group that has any, the
 * largest first. Everyone is not read unless asked for: it is the list of people once more.
 */
final class OktaReading {
  /** People held in memory before they are written. */
  private static final int BUFFER = 1_000;

  private final OktaLists lists;
  private final OktaLookup lookup;
  private final SyncScope scope;
  private final SpoolFolder folder;
  private final ReadingThreads threads;
  private final int workers;
  private final Clock clock;
  private final Progress progress;
  private final SyncLog log;
  private final AtomicReference<Instant> firstAnswer = new AtomicReference<>();

  OktaReading(
      OktaLists lists,
      OktaLookup lookup,
      SyncScope scope,
      SpoolFolder folder,
      ReadingThreads threads,
      int workers,
      Clock clock,
      Progress progress,
      SyncLog log) {
    this.lists = lists;
    this.lookup = lookup;
    this.scope = scope;
    this.folder = folder;
    this.threads = threads;
    this.workers = workers;
    this.clock = clock;
    this.progress = progress;
    this.log = log;
  }

  /** Reads everything; the caller closes the folder when this throws. */
  SourceSnapshot read() {
    SortedSpool<SourceUser> users = new SortedSpool<>(folder, "users", new UserCodec(), BUFFER);
    SortedSpool<SourceGroup> groups = new SortedSpool<>(folder, "groups", new GroupCodec(), BUFFER);
    MemberBook book = new MemberBook(new MembershipSpool(folder));
    ReadProgress shown = new ReadProgress(progress);
    PeopleReader usersReader = peopleReader(users);
    GroupsReader groupsReader = new GroupsReader(lists, scope, groups, firstAnswer, threads.stop());

    Future<Completeness> usersRead = threads.begin(usersReader::read);
    Completeness groupsJudged = threads.await(threads.begin(groupsReader::read));
    List<Future<Void>> membersRead =
        new MemberLists(lists, book, threads, workers, shown, log)
            .begin(toRead(groupsReader.memberLists()));
    Completeness usersJudged = threads.await(usersRead);
    shown.showMemberLists();
    membersRead.forEach(threads::await);
    tell(usersJudged, groupsJudged, book);
    return new OktaSnapshot(
        firstAnswer.get(),
        clock.instant(),
        usersJudged,
        groupsJudged,
        users,
        groups,
        book,
        scope.things(),
        folder);
  }

  private PeopleReader peopleReader(SortedSpool<SourceUser> users) {
    return scope.people().everyone()
        ? new UsersReader(lists, users, firstAnswer, threads.stop(), progress)
        : new ScopedUsersReader(
            lists, lookup, scope.people(), users, firstAnswer, threads.stop(), progress);
  }

  /** One line for all member lists: an organisation may have thousands, and the run names each. */
  private void tell(Completeness people, Completeness groups, MemberBook book) {
    if (!people.complete()) {
      log.warn("The list of people did not come whole: %s", people.reason());
    }
    if (!groups.complete()) {
      log.warn("The list of groups did not come whole: %s", groups.reason());
    }
    List<IncompleteList> broken = book.incomplete();
    if (!broken.isEmpty()) {
      log.warn(
          "%d member lists did not come whole, the first: %s (%s)",
          broken.size(), broken.get(0).list(), broken.get(0).reason());
    }
  }

  private List<MemberList> toRead(List<MemberList> found) {
    return scope.memberships() ? found : List.of();
  }
}
