package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.control.StopSignal;
import org.oktasync.control.SyncLog;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/** Reads member lists, each judged on its own. Safe for use by many threads. */
final class MembersReader {
  static final String GROUP_GONE = "okta-group-gone";
  static final String COUNT_UNSTABLE = "okta-count-unstable";

  private final OktaLists lists;
  private final MemberBook book;
  private final StopSignal stop;
  private final SyncLog log;
  private final PageSize pageSize = new PageSize(OktaLists.LARGE_MEMBER_PAGE, OktaLists.PAGE);
  private final Hope hope = new Hope();

  MembersReader(OktaLists lists, MemberBook book, StopSignal stop, SyncLog log) {
    this.lists = lists;
    this.book = book;
    this.stop = stop;
    this.log = log;
  }

  /** Reads one list into the book, whole or broken. */
  void read(MemberList list) {
    if (hope.lost().isPresent()) {
      book.broken(list, hope.lost().get());
      return;
    }
    try {
      readCounted(list);
      hope.worked();
    } catch (SourceException e) {
      String reason = e.kind() == Kind.NOT_FOUND ? GROUP_GONE : e.problem().code();
      broken(list, reason);
      hope.failed(e);
    }
  }

  /** A count that differs may be a person who came or left: the list is read once more. */
  private void readCounted(MemberList list) {
    Reading reading = readOnce(list);
    if (reading.completeness().complete() && list.contradicts(reading.members().size())) {
      reading = readAgain(list, reading);
    }
    if (reading.completeness().complete()) {
      book.whole(list, reading.members());
    } else {
      broken(list, reading.completeness().reason());
    }
  }

  private Reading readAgain(MemberList list, Reading first) {
    Reading second = readOnce(list);
    if (!second.completeness().complete() || !list.contradicts(second.members().size())) {
      return second;
    }
    if (!second.members().equals(first.members())) {
      return new Reading(second.members(), Completeness.broken(COUNT_UNSTABLE));
    }
    book.offCount(list);
    log.debug(
        "Group %s has %d members by its list, read twice, and %d by its count; the list counts",
        list.group(), second.members().size(), list.stated());
    return second;
  }

  private Reading readOnce(MemberList list) {
    return pageSize.read(limit -> readPages(list, limit));
  }

  private Reading readPages(MemberList list, int limit) {
    OktaRequest first = lists.members(list.group(), limit);
    List<String> members = new ArrayList<>();
    Completeness completeness =
        lists
            .idWalk()
            .walk(
                pageSize.canShrink(limit) ? first.withShrinkable() : first,
                stop,
                page -> members.addAll(page.items()));
    members.sort(null);
    return completeness.complete() && hasRepeats(members)
        ? new Reading(members, Completeness.broken(ListWalk.REPEATED_ID))
        : new Reading(members, completeness);
  }

  private static boolean hasRepeats(List<String> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private void broken(MemberList list, String reason) {
    log.debug("The member list of group %s did not come whole: %s", list.group(), reason);
    book.broken(list, reason);
  }

  /** Sorted members and whether they are all. */
  private record Reading(List<String> members, Completeness completeness) {}
}
