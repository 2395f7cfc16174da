package org.oktasync.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncToken;
import org.oktasync.source.ThingKind;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** One reading of an organisation, in spool files. */
final class OktaSnapshot implements SourceSnapshot {
  private final Instant dated;
  private final Instant readAt;
  private final Completeness usersCompleteness;
  private final Completeness groupsCompleteness;
  private final SortedSpool<SourceUser> users;
  private final SortedSpool<SourceGroup> groups;
  private final MemberBook members;
  private final Set<ThingKind> things;
  private final SpoolFolder folder;

  /**
   * @param dated the server's time of its first answer; null when it does not date its answers
   * @param now the time here
   * @param things the kinds of things of whose changes the next reading is to tell
   */
  OktaSnapshot(
      Instant dated,
      Instant now,
      Completeness usersCompleteness,
      Completeness groupsCompleteness,
      SortedSpool<SourceUser> users,
      SortedSpool<SourceGroup> groups,
      MemberBook members,
      Set<ThingKind> things,
      SpoolFolder folder) {
    this.dated = dated;
    this.readAt = dated == null ? now : dated;
    this.usersCompleteness = usersCompleteness;
    this.groupsCompleteness = groupsCompleteness;
    this.users = users;
    this.groups = groups;
    this.members = members;
    this.things = things;
    this.folder = folder;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  @Override
  public Completeness usersCompleteness() {
    return usersCompleteness;
  }

  @Override
  public Completeness groupsCompleteness() {
    return groupsCompleteness;
  }

  @Override
  public List<String> offCount() {
    return members.offCount();
  }

  @Override
  public Completeness membersCompleteness(ExternalId group) {
    return members.completeness(group.value());
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>();
    addBroken(lists, "users", usersCompleteness);
    addBroken(lists, "groups", groupsCompleteness);
    lists.addAll(members.incomplete());
    return List.copyOf(lists);
  }

  /**
   * By the server's own time alone: a clock that differs by an hour would lose an hour's changes.
   */
  @Override
  public Optional<SyncToken> token() {
    boolean whole = usersCompleteness.complete() && groupsCompleteness.complete();
    if (dated == null || !whole) {
      return Optional.empty();
    }
    Map<String, Long> counts = new HashMap<>();
    try (Cursor<SourceGroup> cursor = groups.cursor()) {
      cursor.forEachRemaining(
          group ->
              group.statedMembers().ifPresent(stated -> counts.put(group.id().value(), stated)));
    }
    Instant since = dated.minus(OktaToken.OVERLAP);
    OktaToken token = new OktaToken(since, "", counts, Map.of(), members.brokenGroups(), things);
    return Optional.of(token.toToken());
  }

  @Override
  public long userCount() {
    return users.size();
  }

  @Override
  public Cursor<SourceUser> users() {
    return users.cursor();
  }

  @Override
  public Cursor<SourceGroup> groups() {
    return groups.cursor();
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return new IdCursor(members.members(group.value()));
  }

  @Override
  public void close() {
    try {
      members.close();
    } finally {
      folder.close();
    }
  }

  private static void addBroken(List<IncompleteList> lists, String name, Completeness judged) {
    if (!judged.complete()) {
      lists.add(new IncompleteList(name, judged.reason()));
    }
  }

  /** Stored texts as ids. */
  record IdCursor(Cursor<String> texts) implements Cursor<ExternalId> {
    @Override
    public boolean hasNext() {
      return texts.hasNext();
    }

    @Override
    public ExternalId next() {
      return new ExternalId(texts.next());
    }

    @Override
    public void close() {
      texts.close();
    }
  }
}
