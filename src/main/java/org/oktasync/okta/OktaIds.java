package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.oktasync.control.Progress;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceIds;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** The ids of everybody and every group, in spool files. */
final class OktaIds implements SourceIds {
  private static final int BUFFER = 10_000;

  private final SpoolFolder folder;
  private final SortedSpool<String> users;
  private final SortedSpool<String> groups;
  private final List<IncompleteList> incomplete = new ArrayList<>();

  private OktaIds(SpoolFolder folder) {
    this.folder = folder;
    this.users = new SortedSpool<>(folder, "user-ids", new IdCodec(), BUFFER);
    this.groups = new SortedSpool<>(folder, "group-ids", new IdCodec(), BUFFER);
  }

  /** Reads both lists side by side; the caller closes the folder when this throws. */
  static OktaIds read(
      OktaLists lists, SpoolFolder folder, ReadingThreads threads, Progress progress) {
    OktaIds ids = new OktaIds(folder);
    Future<Completeness> usersRead =
        threads.begin(() -> walk(lists, lists.userIds(), ids.users, threads, progress));
    Future<Completeness> groupsRead =
        threads.begin(() -> walk(lists, lists.groupIds(), ids.groups, threads, progress));
    ids.judge("users", threads.await(usersRead), ids.users);
    ids.judge("groups", threads.await(groupsRead), ids.groups);
    return ids;
  }

  private static Completeness walk(
      OktaLists lists,
      OktaRequest first,
      SortedSpool<String> spool,
      ReadingThreads threads,
      Progress progress) {
    long[] read = {0};
    try {
      return lists
          .idWalk()
          .walk(
              first,
              threads.stop(),
              page -> {
                page.items().forEach(spool::add);
                read[0] += page.items().size();
                progress.advance(page.items().size());
              });
    } catch (SourceException e) {
      if (read[0] == 0) {
        throw e;
      }
      return Completeness.broken(e.problem().code());
    }
  }

  private void judge(String list, Completeness judged, SortedSpool<String> spool) {
    spool.seal();
    if (!judged.complete()) {
      incomplete.add(new IncompleteList(list, judged.reason()));
    } else if (spool.repeats() > 0) {
      incomplete.add(new IncompleteList(list, ListWalk.REPEATED_ID));
    }
  }

  @Override
  public Cursor<ExternalId> users() {
    return new OktaSnapshot.IdCursor(users.cursor());
  }

  @Override
  public Cursor<ExternalId> groups() {
    return new OktaSnapshot.IdCursor(groups.cursor());
  }

  @Override
  public List<IncompleteList> incomplete() {
    return incomplete;
  }

  @Override
  public void close() {
    folder.close();
  }
}
