package org.oktasync.okta;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/**
 * Follows the System Log from where the last reading stopped. Okta gives the address of a next page
 * for ever; a page that is not full is the last for now. For one thread at a time.
 */
final class LogReader {
  /** Okta's largest page of the log. */
  static final int PAGE = 1_000;

  /** Servers whose pages are smaller choose a round number; a page of that many may not be all. */
  private static final int ROUND = 50;

  private final OktaLists lists;
  private final StopSignal stop;
  private final Instant since;
  private final Set<ThingKind> kinds;
  private final MembershipLog log = new MembershipLog();
  private final ThingLog things = new ThingLog();
  private final Set<URI> asked = new HashSet<>();
  private OktaRequest next;
  private String position;
  private boolean readable;
  private boolean ended;
  private boolean withoutMembers;
  private int pages;

  LogReader(OktaLists lists, OktaToken since, StopSignal stop) {
    this.lists = lists;
    this.stop = stop;
    this.kinds = since.things();
    this.since = since.since();
    this.position = since.log();
    this.readable = !position.equals(OktaToken.NO_LOG);
    this.ended = !readable;
    if (readable) {
      this.next =
          position.isEmpty() ? lists.log(since.since(), kinds) : lists.logAt(URI.create(position));
    }
  }

  /**
   * Reads one page.
   *
   * @throws SourceException when the server cannot answer; what was read before stays
   */
  void readPage() {
    if (ended) {
      return;
    }
    asked.add(next.uri());
    try {
      take(lists.logWalk().firstPage(next, stop));
    } catch (SourceException e) {
      if (!isClosed(e)) {
        throw e;
      }
      readable = false;
      ended = true;
      position = OktaToken.NO_LOG;
    }
  }

  /** The token may not read the log, there is none, or it does not go back so far. */
  private static boolean isClosed(SourceException e) {
    boolean denied =
        e.kind() == Kind.DENIED && !e.problem().code().equals(OktaErrorTranslator.TOKEN);
    boolean refused = e.problem().code().equals(OktaErrorTranslator.REFUSED);
    return denied || refused || e.kind() == Kind.NOT_FOUND;
  }

  private void take(Page<LogEvent> page) {
    pages++;
    page.items().forEach(log::take);
    page.items().forEach(things::take);
    int size = page.items().size();
    Optional<URI> following = page.next();
    following.ifPresent(uri -> position = uri.toString());
    boolean mayGoOn = size == PAGE || (size > 0 && size % ROUND == 0);
    ended = !mayGoOn || following.isEmpty() || asked.contains(following.get());
    if (!ended) {
      next = next.at(following.get());
    }
  }

  /** Whether everything that the log has for now was read. */
  boolean ended() {
    return ended;
  }

  /** Whether the log may be read at all. */
  boolean readable() {
    return readable;
  }

  /** Pages read so far. */
  int pages() {
    return pages;
  }

  /** What the events read so far come to. */
  MembershipLog log() {
    return log;
  }

  /**
   * What the events read so far tell of things of a kind; empty when the log tells of none of them.
   */
  Optional<ThingChanges> changesOf(ThingKind kind) {
    return readable && kinds.contains(kind) ? Optional.of(things.of(kind)) : Optional.empty();
  }

  /**
   * Asks on only for what no list tells, what was deleted and things: nothing read of members
   * counts, and the next reading begins at its own {@code since}.
   */
  void leaveOutMembers() {
    log.dropMembers();
    withoutMembers = true;
    next = lists.logWithoutMembers(since, kinds);
    asked.clear();
    ended = false;
  }

  /** Where the next reading goes on; empty to begin at its own {@code since}. */
  String position() {
    return withoutMembers && readable ? "" : position;
  }
}
