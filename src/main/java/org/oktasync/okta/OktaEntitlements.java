package org.oktasync.okta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.spool.SpoolFolder;

/** Who has what in an organisation, in spool files. */
final class OktaEntitlements implements EntitlementReading {
  private final Instant readAt;
  private final EntitlementScope scope;
  private final Optional<String> everyone;
  private final EntitlementBook book;
  private final MemberBook members;
  private final SpoolFolder files;

  OktaEntitlements(
      Instant readAt,
      EntitlementScope scope,
      EntitledGroups groups,
      EntitlementBook book,
      MemberBook members,
      SpoolFolder files) {
    this.readAt = readAt;
    this.scope = scope;
    this.everyone =
        groups.all().stream().filter(EntitledGroup::everyone).map(EntitledGroup::id).findFirst();
    this.book = book;
    this.members = members;
    this.files = files;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  @Override
  public Map<String, SourceValue.Fields> objects(EntitlementKind kind) {
    return book.objects(kind);
  }

  @Override
  public Completeness completeness(EntitlementKind kind) {
    return book.completeness(kind);
  }

  @Override
  public Set<String> uncertain(EntitlementKind kind) {
    return scope.wants(kind) ? book.uncertain(kind) : Set.of();
  }

  @Override
  public List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>(book.incomplete());
    lists.addAll(members.incomplete());
    return List.copyOf(lists);
  }

  @Override
  public List<String> offCount() {
    return members.offCount();
  }

  @Override
  public List<Message> notices() {
    return book.notices();
  }

  @Override
  public EntitlementWalk walk() {
    return new OktaEntitlementWalk(book, everyone);
  }

  @Override
  public void close() {
    try {
      members.close();
    } finally {
      files.close();
    }
  }
}
