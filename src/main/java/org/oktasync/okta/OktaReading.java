package org.oktasync.okta;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.oktasync.control.Progress;
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
  private final SyncScope scope;
  private final SpoolFolder folder;
  private final ReadingThreads threads;
  private final int workers;
  private final Clock clock;
  private final Progress progress;
  private final AtomicReference<Instant> firstAnswer = new AtomicReference<>();

  OktaReading(
      OktaLists lists,
      SyncScope scope,
      SpoolFolder folder,
      ReadingThreads threads,
      int workers,
      Clock clock,
      Progress progress) {
    this.lists = lists;
    this.scope = scope;
    this.folder = folder;
    this.threads = threads;
    this.workers = workers;
    this.clock = clock;
    this.progress = progress;
  }

  /** Reads everything; the caller closes the folder when this throws. */
  SourceSnapshot read() {
    SortedSpool<SourceUser> users = new SortedSpool<>(folder, "users", new UserCodec(), BUFFER);
    SortedSpool<SourceGroup> groups = new SortedSpool<>(folder, "groups", new GroupCodec(), BUFFER);
    MemberBook book = new MemberBook(new MembershipSpool(folder));
    ReadProgress shown = new ReadProgress(progress);
    UsersReader usersReader = new UsersReader(lists, users, firstAnswer, threads.stop(), progress);
    GroupsReader groupsReader = new GroupsReader(lists, groups, firstAnswer, threads.stop());

    Future<Completeness> usersRead = threads.begin(usersReader::read);
    Completeness groupsJudged = threads.await(threads.begin(groupsReader::read));
    List<Future<Void>> membersRead =
        new MemberLists(lists, book, threads, workers, shown)
            .begin(toRead(groupsReader.memberLists()));
    Completeness usersJudged = threads.await(usersRead);
    shown.showMemberLists();
    membersRead.forEach(threads::await);
    return new OktaSnapshot(
        firstAnswer.get(), clock.instant(), usersJudged, groupsJudged, users, groups, book, folder);
  }

  private List<MemberList> toRead(List<MemberList> found) {
    return scope.memberships()
        ? found.stream().filter(list -> scope.builtInGroups() || !list.builtIn()).toList()
        : List.of();
  }
}
