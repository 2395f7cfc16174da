package org.oktasync.okta;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.oktasync.control.Progress;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SyncScope;
import org.oktasync.spool.MembershipSpool;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/**
 * One reading of what changed: people, groups and the log side by side, then the whole lists of
 * those groups whose members the log does not tell, or not in fewer calls.
 */
final class OktaDeltaReading {
  /** People held in memory before they are written. */
  private static final int BUFFER = 1_000;

  /** Ids asked for in one request: well below what an address may hold. */
  private static final int IDS = 50;

  private final OktaLists lists;
  private final OktaLookup lookup;
  private final OktaToken before;
  private final PeopleScope people;
  private final SpoolFolder folder;
  private final ReadingThreads threads;
  private final int workers;
  private final Clock clock;
  private final Progress progress;
  private final SyncLog log;
  private final AtomicReference<Instant> firstAnswer = new AtomicReference<>();
  private final SortedSpool<SourceUser> users;
  private SortedSpool<SourceUser> inScope;
  private final Set<ExternalId> joined = new HashSet<>();
  private final Set<ExternalId> everybody = new HashSet<>();
  private final DeltaMembers members;
  private final List<IncompleteList> broken = new ArrayList<>();

  OktaDeltaReading(
      OktaLists lists,
      OktaLookup lookup,
      OktaToken before,
      SyncScope scope,
      SpoolFolder folder,
      ReadingThreads threads,
      int workers,
      Clock clock,
      Progress progress,
      SyncLog log) {
    this.lists = lists;
    this.lookup = lookup;
    this.before = before;
    this.people = scope.people();
    this.folder = folder;
    this.threads = threads;
    this.workers = workers;
    this.clock = clock;
    this.progress = progress;
    this.log = log;
    this.users = new SortedSpool<>(folder, "changed-users", new UserCodec(), BUFFER);
    this.members = new DeltaMembers(before, scope);
  }

  /** Reads; the caller closes the folder when this throws. */
  OktaDelta read() {
    ReadProgress shown = new ReadProgress(progress);
    LogReader events = new LogReader(lists, before, threads.stop());
    Future<Completeness> usersRead = threads.begin(this::readUsers);
    Future<Completeness> groupsRead = threads.begin(this::readGroups);
    Future<Boolean> logBegun = threads.begin(() -> readLogPage(events));
    note("users", threads.await(usersRead));
    note("groups", threads.await(groupsRead));
    boolean logRead = threads.await(logBegun) && threads.await(threads.begin(() -> readOn(events)));
    threads.await(threads.begin(() -> readMissing(events.log())));
    members.decide(events.log(), logRead, everybody);
    MemberBook book = new MemberBook(new MembershipSpool(folder));
    shown.showMemberLists();
    new MemberLists(lists, book, threads, workers, shown, log)
        .begin(members.toRead())
        .forEach(threads::await);
    users.seal();
    return new OktaDelta(
        firstAnswer.get(),
        clock.instant(),
        users,
        Optional.ofNullable(inScope),
        joined,
        members,
        events,
        before.things(),
        book,
        broken,
        folder);
  }

  private void note(String list, Completeness judged) {
    if (!judged.complete()) {
      broken.add(new IncompleteList(list, judged.reason()));
    }
  }

  private Completeness readUsers() {
    if (!people.everyone()) {
      return readScope();
    }
    return walk(
        lists.userWalk(),
        lists.changedUsers(before.since()),
        page -> {
          date(page);
          page.items().forEach(this::takeChanged);
          progress.advance(page.items().size());
        });
  }

  /** Who comes into a scope or leaves it need not have changed, so everybody in it is read. */
  private Completeness readScope() {
    SortedSpool<SourceUser> all = new SortedSpool<>(folder, "scope", new UserCodec(), BUFFER);
    Completeness judged =
        new ScopedUsersReader(lists, lookup, people, all, firstAnswer, threads.stop(), progress)
            .read();
    if (judged.complete()) {
      inScope = all;
    }
    try (Cursor<SourceUser> cursor = all.cursor()) {
      while (cursor.hasNext()) {
        SourceUser user = cursor.next();
        if (Times.isAfter(user.attributes().text(UserParser.CHANGED), before.since())) {
          takeChanged(user);
        }
      }
    }
    return judged;
  }

  private void takeChanged(SourceUser user) {
    users.add(user);
    everybody.add(user.id());
    SourceValue created = user.attributes().values().get(UserParser.CREATED);
    if (created != null && Times.isAfter(created.text(), before.since())) {
      joined.add(user.id());
    }
  }

  private Completeness readGroups() {
    return walk(
        lists.changedGroupWalk(),
        lists.changedGroups(before.since()),
        page -> {
          date(page);
          page.items().forEach(members::add);
        });
  }

  /** A list that cannot be begun is a failure; one that breaks off is not whole. */
  private <T> Completeness walk(
      ListWalk<T> walk, OktaRequest first, java.util.function.Consumer<Page<T>> sink) {
    int[] pages = {0};
    try {
      return walk.walk(
          first,
          threads.stop(),
          page -> {
            pages[0]++;
            sink.accept(page);
          });
    } catch (SourceException e) {
      if (pages[0] == 0) {
        throw e;
      }
      return Completeness.broken(e.problem().code());
    }
  }

  private void date(Page<?> page) {
    page.date().ifPresent(date -> firstAnswer.compareAndSet(null, date));
  }

  /** Whether the page came; without it, lists are read and the log is begun again here. */
  private boolean readLogPage(LogReader log) {
    try {
      log.readPage();
      return log.readable();
    } catch (SourceException e) {
      broken.add(new IncompleteList("log", e.problem().code()));
      return false;
    }
  }

  /** Follows the log as long as that is cheaper than to read the lists of members. */
  private boolean readOn(LogReader log) {
    long lists = members.callsToReadAll();
    long atLeast = 1 + members.leastEvents() / LogReader.PAGE;
    while (!log.ended()) {
      if (atLeast > lists || log.pages() > lists || members.listsAreCheaper(log.log())) {
        log.leaveOutMembers();
        while (!log.ended() && readLogPage(log)) {
          // Whatever the next page tells is noted where it is read.
        }
        return false;
      }
      if (!readLogPage(log)) {
        return false;
      }
    }
    return true;
  }

  /** Groups of which only the log tells; what cannot be found is gone, and told of elsewhere. */
  private Void readMissing(MembershipLog log) {
    List<String> missing = members.missing(log).stream().sorted().toList();
    for (int from = 0; from < missing.size(); from += IDS) {
      List<String> some = missing.subList(from, Math.min(from + IDS, missing.size()));
      Completeness judged =
          walk(
              lists.changedGroupWalk(),
              lists.groupsById(some),
              page -> page.items().forEach(members::add));
      note("groups", judged);
    }
    return null;
  }
}
