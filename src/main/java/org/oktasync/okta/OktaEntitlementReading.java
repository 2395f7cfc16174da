package org.oktasync.okta;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.oktasync.control.Progress;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Cursor;
import org.oktasync.model.IncompleteList;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.spool.MembershipSpool;
import org.oktasync.spool.SpoolFolder;

/**
 * One reading of who has what. Groups, applications and administrators are listed side by side;
 * then roles are read on one thread, applications on another, and member lists on those that are
 * left, because Okta limits each of them apart.
 */
final class OktaEntitlementReading {
  private final OktaLists lists;
  private final EntitlementScope scope;
  private final SpoolFolder files;
  private final ReadingThreads threads;
  private final int workers;
  private final Clock clock;
  private final EntitlementProgress shown;
  private final SyncLog log;
  private final EntitlementBook book;
  private final MemberBook members;
  private final AppsReader apps;
  private final RolesReader roles;
  private final AtomicReference<Instant> firstAnswer = new AtomicReference<>();

  OktaEntitlementReading(
      OktaLists lists,
      EntitlementScope scope,
      SpoolFolder files,
      ReadingThreads threads,
      int workers,
      Clock clock,
      Progress progress,
      SyncLog log) {
    this.lists = lists;
    this.scope = scope;
    this.files = files;
    this.threads = threads;
    this.workers = workers;
    this.clock = clock;
    this.shown = new EntitlementProgress(progress);
    this.log = log;
    this.book = new EntitlementBook(files, scope.kinds());
    this.members = new MemberBook(new MembershipSpool(files));
    EntitlementRequests requests = new EntitlementRequests(lists);
    this.apps = new AppsReader(family(), requests, book, scope.directUsers());
    this.roles = new RolesReader(family(), requests, book);
  }

  private ListFamily family() {
    return new ListFamily(lists, date -> firstAnswer.compareAndSet(null, date), threads.stop());
  }

  /** Reads everything that is wanted; the caller closes the files when this throws. */
  EntitlementReading read() {
    try {
      return readAll();
    } catch (RuntimeException | Error e) {
      members.close();
      throw e;
    }
  }

  private EntitlementReading readAll() {
    Future<EntitledGroups> groupsRead = threads.begin(this::readGroups);
    Future<List<AppsReader.App>> appsRead =
        threads.begin(() -> scope.wants(EntitlementKind.APPS) ? apps.read() : List.of());
    Future<Optional<List<String>>> holdersRead =
        threads.begin(() -> scope.wants(EntitlementKind.ROLES) ? roles.read() : Optional.empty());
    EntitledGroups groups = threads.await(groupsRead);
    List<Future<Void>> links = new ArrayList<>();
    threads
        .await(holdersRead)
        .ifPresent(holders -> links.add(beginAll(roles.parts(holders, groups))));
    links.add(beginAll(apps.parts(threads.await(appsRead), groups)));
    if (scope.wants(EntitlementKind.GROUPS)) {
      links.addAll(beginMembers(groups, group -> true));
      links.forEach(threads::await);
    } else {
      links.forEach(threads::await);
      Set<String> granting = book.grantingGroups();
      beginMembers(groups, group -> granting.contains(group.id())).forEach(threads::await);
    }
    turnRound(groups);
    book.seal();
    tell();
    Instant readAt = firstAnswer.get() == null ? clock.instant() : firstAnswer.get();
    return new OktaEntitlements(readAt, scope, groups, book, members, files);
  }

  private EntitledGroups readGroups() {
    boolean needed =
        scope.wants(EntitlementKind.GROUPS)
            || scope.wants(EntitlementKind.ROLES)
            || (scope.wants(EntitlementKind.APPS) && apps.needsGroups());
    if (!needed) {
      return EntitledGroups.NOT_NEEDED;
    }
    List<EntitledGroup> found = new ArrayList<>();
    ListOutcome outcome =
        family()
            .read(
                new IdentifiedParser(),
                TreePath::id,
                lists.groups(),
                whole -> take(EntitledGroup.of(whole), found));
    if (scope.wants(EntitlementKind.GROUPS)) {
      book.judge(EntitlementKind.GROUPS, "groups", outcome);
    }
    return new EntitledGroups(List.copyOf(found), outcome.completeness());
  }

  private void take(EntitledGroup group, List<EntitledGroup> found) {
    if (scope.wants(EntitlementKind.GROUPS) && (scope.builtInGroups() || !group.builtIn())) {
      book.object(EntitlementKind.GROUPS, group.id(), group.value());
    }
    found.add(group);
  }

  /** Reads lists one after the other, on one thread. */
  private Future<Void> beginAll(List<Runnable> parts) {
    shown.memberLists(parts.size());
    return threads.begin(
        () -> {
          for (Runnable part : parts) {
            part.run();
            shown.memberListDone();
          }
          return null;
        });
  }

  private List<Future<Void>> beginMembers(EntitledGroups groups, Predicate<EntitledGroup> wanted) {
    return new MemberLists(lists, members, threads, workers, shown, log)
        .begin(
            groups.all().stream()
                .filter(group -> !group.everyone() && wanted.test(group))
                .map(EntitledGroup::list)
                .toList());
  }

  /** Makes pairs of people and groups out of the groups' lists. */
  private void turnRound(EntitledGroups groups) {
    for (EntitledGroup group : groups.all()) {
      threads.stop().check();
      if (members.completeness(group.id()).complete()) {
        try (Cursor<String> people = members.members(group.id())) {
          people.forEachRemaining(person -> book.pair(EntitlementKind.GROUPS, person, group.id()));
        }
      } else if (!group.everyone()) {
        book.membersBroken(group.id());
      }
    }
  }

  private void tell() {
    List<IncompleteList> broken = new ArrayList<>(book.incomplete());
    broken.addAll(members.incomplete());
    if (!broken.isEmpty()) {
      log.warn(
          "%d lists of who has what did not come whole, the first: %s (%s)",
          broken.size(), broken.get(0).list(), broken.get(0).reason());
    }
  }
}
