package org.oktasync.okta;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;
import org.oktasync.spool.SortedSpool;

/**
 * Reads all people, those whom Okta hides from its plain list among them. A server that refuses the
 * filter for that, or finds nobody by it, is asked for the plain list and then for the hidden ones.
 */
final class UsersReader implements PeopleReader {
  private final OktaLists lists;
  private final SortedSpool<SourceUser> spool;
  private final AtomicReference<Instant> firstAnswer;
  private final StopSignal stop;
  private final Progress progress;
  private long read;
  private boolean twoLists;

  UsersReader(
      OktaLists lists,
      SortedSpool<SourceUser> spool,
      AtomicReference<Instant> firstAnswer,
      StopSignal stop,
      Progress progress) {
    this.lists = lists;
    this.spool = spool;
    this.firstAnswer = firstAnswer;
    this.stop = stop;
    this.progress = progress;
  }

  @Override
  public Completeness read() {
    Completeness completeness = readAll();
    spool.seal();
    // A person may move from one list to the other in between; in one list nobody stands twice.
    boolean repeated = !twoLists && spool.repeats() > 0;
    if (completeness.complete() && repeated) {
      completeness = Completeness.broken(ListWalk.REPEATED_ID);
    }
    return completeness;
  }

  private Completeness readAll() {
    try {
      Completeness all = readList(lists.allUsers());
      return read == 0 && all.complete() ? readTwoLists() : all;
    } catch (SourceException e) {
      if (read == 0 && e.problem().code().equals(OktaErrorTranslator.REFUSED)) {
        return readTwoLists();
      }
      throw e;
    }
  }

  private Completeness readTwoLists() {
    twoLists = true;
    Completeness plain = readList(lists.plainUsers(OktaLists.PAGE));
    if (!plain.complete()) {
      return plain;
    }
    try {
      return readHidden();
    } catch (SourceException e) {
      return OktaErrorTranslator.REFUSED.equals(e.problem().code())
          ? Completeness.WHOLE
          : Completeness.broken(e.problem().code());
    }
  }

  private Completeness readHidden() {
    return lists.userWalk().walk(lists.deprovisionedUsers(), stop, this::take);
  }

  private Completeness readList(OktaRequest first) {
    long before = read;
    try {
      return lists.userWalk().walk(first, stop, this::take);
    } catch (SourceException e) {
      if (read == before) {
        throw e;
      }
      return Completeness.broken(e.problem().code());
    }
  }

  private void take(Page<SourceUser> page) {
    page.date().ifPresent(date -> firstAnswer.compareAndSet(null, date));
    page.items().forEach(spool::add);
    read += page.items().size();
    progress.advance(page.items().size());
  }
}
