package org.oktasync.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** What changed in an organisation since a token. */
final class OktaDelta implements SourceDelta {
  private final Instant dated;
  private final Instant readAt;
  private final SortedSpool<SourceUser> users;
  private final Optional<SortedSpool<SourceUser>> inScope;
  private final Set<ExternalId> joined;
  private final DeltaMembers members;
  private final LogReader log;
  private final Set<ThingKind> followed;
  private final MemberBook book;
  private final List<IncompleteList> broken;
  private final SpoolFolder folder;

  /**
   * @param dated the server's time of its first answer; null when it does not date its answers
   * @param now the time here
   * @param inScope everybody in a scope that is not everybody, if the list came whole
   * @param joined people who came to be since the token
   * @param followed the kinds of things whose events the log is followed for
   * @param broken lists of what changed that did not come whole
   */
  OktaDelta(
      Instant dated,
      Instant now,
      SortedSpool<SourceUser> users,
      Optional<SortedSpool<SourceUser>> inScope,
      Set<ExternalId> joined,
      DeltaMembers members,
      LogReader log,
      Set<ThingKind> followed,
      MemberBook book,
      List<IncompleteList> broken,
      SpoolFolder folder) {
    this.dated = dated;
    this.readAt = dated == null ? now : dated;
    this.users = users;
    this.inScope = inScope;
    this.joined = joined;
    this.members = members;
    this.log = log;
    this.followed = followed;
    this.book = book;
    this.broken = broken;
    this.folder = folder;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  @Override
  public Cursor<SourceUser> users() {
    return users.cursor();
  }

  @Override
  public Optional<Cursor<SourceUser>> everybodyInScope() {
    return inScope.map(SortedSpool::cursor);
  }

  @Override
  public boolean joined(ExternalId user) {
    return joined.contains(user);
  }

  @Override
  public Set<ExternalId> deletedUsers() {
    return log.log().deletedUsers();
  }

  @Override
  public Cursor<SourceGroup> groups() {
    List<SourceGroup> sorted = new ArrayList<>(members.groups());
    sorted.sort(java.util.Comparator.comparing(SourceGroup::id));
    return Cursor.over(sorted);
  }

  @Override
  public Set<ExternalId> deletedGroups() {
    return log.log().deletedGroups();
  }

  @Override
  public Optional<MemberChanges> memberChanges(ExternalId group) {
    return Optional.ofNullable(members.changes().get(group.value()));
  }

  @Override
  public Completeness membersCompleteness(ExternalId group) {
    return book.completeness(group.value());
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return new OktaSnapshot.IdCursor(book.members(group.value()));
  }

  @Override
  public Optional<ThingChanges> changesOf(ThingKind kind) {
    return log.changesOf(kind);
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>(broken);
    lists.addAll(book.incomplete());
    return lists;
  }

  @Override
  public List<String> offCount() {
    return book.offCount();
  }

  @Override
  public List<Message> notices() {
    return log.readable() ? List.of() : List.of(Message.of("log-unreadable"));
  }

  /**
   * A list of members that broke off is read again next time; of any other the old token is used.
   */
  @Override
  public Optional<SyncToken> token() {
    if (dated == null || !broken.isEmpty()) {
      return Optional.empty();
    }
    Instant since = dated.minus(OktaToken.OVERLAP);
    OktaToken token =
        new OktaToken(
            since,
            log.position(),
            members.countsNow(new TreeSet<>(log.log().deletedGroups())),
            members.seenNow(since),
            book.brokenGroups(),
            followed);
    return Optional.of(token.toToken());
  }

  @Override
  public void close() {
    try {
      book.close();
    } finally {
      folder.close();
    }
  }
}
