package org.oktasync.okta;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceGroup;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;
import org.oktasync.source.SyncScope;
import org.oktasync.spool.SortedSpool;

/** Reads all groups. */
final class GroupsReader {
  private final OktaLists lists;
  private final SyncScope scope;
  private final SortedSpool<SourceGroup> spool;
  private final AtomicReference<Instant> firstAnswer;
  private final StopSignal stop;
  private final Map<String, MemberList> found = new LinkedHashMap<>();
  private boolean begun;

  GroupsReader(
      OktaLists lists,
      SyncScope scope,
      SortedSpool<SourceGroup> spool,
      AtomicReference<Instant> firstAnswer,
      StopSignal stop) {
    this.lists = lists;
    this.scope = scope;
    this.spool = spool;
    this.firstAnswer = firstAnswer;
    this.stop = stop;
  }

  /**
   * Fills and seals the spool.
   *
   * @return whether the list came whole
   * @throws SourceException when the server refuses the token
   */
  Completeness read() {
    Completeness completeness = readAll();
    spool.seal();
    if (completeness.complete() && spool.repeats() > 0) {
      completeness = Completeness.broken(ListWalk.REPEATED_ID);
    }
    return completeness;
  }

  /**
   * The member lists that are wanted, of the groups read, in the server's order; after {@link
   * #read}.
   */
  List<MemberList> memberLists() {
    return List.copyOf(found.values());
  }

  private Completeness readAll() {
    try {
      return lists.groupWalk().walk(lists.groups(), stop, this::take);
    } catch (SourceException e) {
      if (!begun && e.problem().code().equals(OktaErrorTranslator.TOKEN)) {
        throw e;
      }
      return Completeness.broken(e.problem().code());
    }
  }

  private void take(Page<SourceGroup> page) {
    page.date().ifPresent(date -> firstAnswer.compareAndSet(null, date));
    for (SourceGroup group : page.items()) {
      spool.add(group);
      begun = true;
      if (scope.wantsMembers(group)) {
        found.put(group.id().value(), MemberList.of(group));
      }
    }
  }
}
