package org.oktasync.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.Completeness;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/** One reading of an organisation, in spool files. */
final class OktaSnapshot implements SourceSnapshot {
  private final Instant readAt;
  private final Completeness usersCompleteness;
  private final Completeness groupsCompleteness;
  private final SortedSpool<SourceUser> users;
  private final SortedSpool<SourceGroup> groups;
  private final MemberBook members;
  private final SpoolFolder folder;

  OktaSnapshot(
      Instant readAt,
      Completeness usersCompleteness,
      Completeness groupsCompleteness,
      SortedSpool<SourceUser> users,
      SortedSpool<SourceGroup> groups,
      MemberBook members,
      SpoolFolder folder) {
    this.readAt = readAt;
    this.usersCompleteness = usersCompleteness;
    this.groupsCompleteness = groupsCompleteness;
    this.users = users;
    this.groups = groups;
    this.members = members;
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
  private record IdCursor(Cursor<String> texts) implements Cursor<ExternalId> {
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
