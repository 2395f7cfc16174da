package org.oktasync.okta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.oktasync.control.SyncLog;

/** Reads the member lists of many groups into a book, several at a time, the largest first. */
final class MemberLists {
  private final OktaLists lists;
  private final MemberBook book;
  private final ReadingThreads threads;
  private final int workers;
  private final ListProgress shown;
  private final SyncLog log;

  /**
   * @param workers how many lists are read at a time
   */
  MemberLists(
      OktaLists lists,
      MemberBook book,
      ReadingThreads threads,
      int workers,
      ListProgress shown,
      SyncLog log) {
    this.lists = lists;
    this.book = book;
    this.threads = threads;
    this.workers = workers;
    this.shown = shown;
    this.log = log;
  }

  /** Begins; the parts end when all lists are in the book. */
  List<Future<Void>> begin(List<MemberList> wanted) {
    wanted.stream().filter(MemberList::knownEmpty).forEach(list -> book.whole(list, List.of()));
    List<MemberList> toRead =
        wanted.stream()
            .filter(list -> !list.knownEmpty())
            .sorted(Comparator.comparingLong(MemberList::weight).reversed())
            .toList();
    Queue<MemberList> waiting = new ConcurrentLinkedQueue<>(toRead);
    shown.memberLists(waiting.size());
    MembersReader reader = new MembersReader(lists, book, threads.stop(), log);
    List<Future<Void>> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(workers, waiting.size()); i++) {
      parts.add(threads.begin(() -> readAll(waiting, reader)));
    }
    return parts;
  }

  private Void readAll(Queue<MemberList> waiting, MembersReader reader) {
    for (MemberList next = waiting.poll(); next != null; next = waiting.poll()) {
      threads.stop().check();
      reader.read(next);
      shown.memberListDone();
    }
    return null;
  }
}
