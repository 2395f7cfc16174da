package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.Page;

/**
 * Links in the database. Source ids are compared in Java once more: some databases take upper and
 * lower case for the same, and none needs to sort as {@link ExternalId} does.
 */
public final class AoLinkRegistry implements LinkRegistry {
  private static final int STEP = 2_000;

  private final ActiveObjects ao;
  private final LinkColumns columns = new LinkColumns();
  private final AddedMembers added;

  public AoLinkRegistry(ActiveObjects ao) {
    this.ao = ao;
    this.added = new AddedMembers(ao);
  }

  /** What one of several nodes does about the person of a link. */
  private record Claimed(
      Function<AoLink, Long> last,
      BiConsumer<AoLink, Long> attempt,
      BiConsumer<AoLink, Long> note) {}

  private static final Claimed LOOK =
      new Claimed(AoLink::getLookedAt, AoLink::setLookTriedAt, AoLink::setLookedAt);

  private static final Claimed WARNING =
      new Claimed(AoLink::getWarnedAt, AoLink::setWarnTriedAt, AoLink::setWarnedAt);

  private record Owner(long connectionId, EntityKind kind) {}

  private record Source(Owner owner, ExternalId id) {
    static Source of(Link link) {
      return new Source(new Owner(link.connectionId(), link.kind()), link.externalId());
    }
  }

  @Override
  public Cursor<Link> links(long connectionId, EntityKind kind) {
    List<Link> links = new ArrayList<>();
    each(connectionId, kind, links::add);
    links.sort(Comparator.comparing(Link::externalId));
    return Cursor.over(links);
  }

  @Override
  public void each(long connectionId, EntityKind kind, Consumer<Link> link) {
    long after = 0;
    for (long last = -1; last != after; ) {
      last = after;
      after = step(connectionId, kind, after, link);
    }
  }

  /** A driver may hold all rows of an answer in memory, so that no answer has many. */
  private long step(long connectionId, EntityKind kind, long after, Consumer<Link> link) {
    Conditions wanted =
        new Conditions()
            .and("CONNECTION_ID = ?", connectionId)
            .and("KIND = ?", kind.label())
            .and("ID > ?", after);
    long[] last = {after};
    ao.stream(
        AoLink.class,
        wanted.page(LinkColumns.READ, "ID ASC", 0, STEP),
        row -> {
          Link found = columns.link(row);
          last[0] = found.id();
          link.accept(found);
        });
    return last[0];
  }

  @Override
  public long count(long connectionId, EntityKind kind) {
    return ao.count(AoLink.class, "CONNECTION_ID = ? AND KIND = ?", connectionId, kind.label());
  }

  @Override
  public Optional<Link> find(long connectionId, EntityKind kind, ExternalId id) {
    Map<Source, AoLink> rows = rows(new Owner(connectionId, kind), List.of(id));
    return rows.values().stream().findFirst().map(columns::link);
  }

  @Override
  public Optional<Link> findByName(long connectionId, EntityKind kind, String name) {
    AoLink[] alike =
        ao.find(
            AoLink.class,
            "NAME_KEY = ? AND CONNECTION_ID = ? AND KIND = ?",
            SearchKey.of(name),
            connectionId,
            kind.label());
    String folded = new AccountName(name).key();
    return Stream.of(alike)
        .map(columns::link)
        .filter(link -> link.accountName().key().equals(folded))
        .findFirst();
  }

  @Override
  public Optional<Link> find(long linkId) {
    return row(linkId).map(columns::link);
  }

  @Override
  public void store(List<Link> links) {
    Map<Source, Link> unique = new LinkedHashMap<>();
    links.forEach(link -> unique.put(Source.of(link), link));
    Map<Owner, List<Link>> byOwner =
        unique.values().stream().collect(Collectors.groupingBy(link -> Source.of(link).owner()));
    ao.executeInTransaction(
        () -> {
          byOwner.forEach(
              (owner, some) -> Batch.of(some).forEach(batch -> storeBatch(owner, batch)));
          return null;
        });
  }

  private void storeBatch(Owner owner, List<Link> batch) {
    Map<Source, AoLink> rows = rows(owner, batch.stream().map(Link::externalId).toList());
    List<Map<String, Object>> inserts = new ArrayList<>();
    for (Link link : batch) {
      AoLink row = rows.get(Source.of(link));
      if (row == null) {
        inserts.add(columns.columns(link));
      } else if (!columns.same(row, link)) {
        columns.write(row, link);
        row.save();
      }
    }
    if (!inserts.isEmpty()) {
      ao.create(AoLink.class, inserts);
    }
  }

  private Map<Source, AoLink> rows(Owner owner, List<ExternalId> ids) {
    Set<ExternalId> wanted = Set.copyOf(ids);
    Map<Source, AoLink> rows = new HashMap<>();
    Object[] parameters =
        Batch.parameters(
            ids.stream().map(ExternalId::value).toList(),
            owner.connectionId(),
            owner.kind().label());
    String some = "CONNECTION_ID = ? AND KIND = ? AND " + Batch.in("SOURCE_ID", ids.size());
    for (AoLink row : ao.find(AoLink.class, some, parameters)) {
      ExternalId id = new ExternalId(row.getSourceId());
      if (wanted.contains(id)) {
        rows.put(new Source(owner, id), row);
      }
    }
    return rows;
  }

  @Override
  public List<ExternalId> leavingSince(long connectionId, Instant then) {
    List<ExternalId> ids = new ArrayList<>();
    Conditions wanted =
        new Conditions()
            .and("LEAVING_SINCE <= ?", then.toEpochMilli())
            .and("CONNECTION_ID = ?", connectionId)
            .and("KIND = ?", EntityKind.USER.label());
    ao.stream(
        AoLink.class,
        wanted.query("ID,SOURCE_ID"),
        row -> ids.add(new ExternalId(row.getSourceId())));
    ids.sort(Comparator.naturalOrder());
    return ids;
  }

  @Override
  public boolean claimLook(long linkId, Instant now, Instant since) {
    return claim(linkId, now, since, LOOK);
  }

  @Override
  public boolean claimWarning(long linkId, Instant now, Instant since) {
    return claim(linkId, now, since, WARNING);
  }

  private boolean claim(long linkId, Instant now, Instant since, Claimed what) {
    return ao.executeInTransaction(
        () -> {
          Optional<AoLink> free =
              locked(linkId, now, what).filter(row -> isDue(what.last().apply(row), since));
          free.ifPresent(
              row -> {
                what.note().accept(row, now.toEpochMilli());
                row.save();
              });
          return free.isPresent();
        });
  }

  private static boolean isDue(Long last, Instant since) {
    return last == null || last < since.toEpochMilli();
  }

  /** The row, read after a first write has locked it until this transaction ends. */
  private Optional<AoLink> locked(long linkId, Instant now, Claimed what) {
    Optional<AoLink> row = row(linkId);
    row.ifPresent(
        found -> {
          what.attempt().accept(found, now.toEpochMilli());
          found.save();
        });
    return row.isPresent() ? row(linkId) : row;
  }

  private Optional<AoLink> row(long linkId) {
    return Stream.of(ao.find(AoLink.class, "ID = ?", linkId)).findFirst();
  }

  @Override
  public void release(long linkId) {
    added.deleteAll(linkId);
    ao.executeInTransaction(() -> ao.deleteWithSQL(AoLink.class, "ID = ?", linkId));
  }

  @Override
  public void releaseAll(long connectionId) {
    try (Cursor<Link> groups = links(connectionId, EntityKind.GROUP)) {
      groups.forEachRemaining(group -> added.deleteAll(group.id()));
    }
    new StepwiseDelete<>(ao, AoLink.class, "ID", AoLink::getID)
        .where("CONNECTION_ID = ?", connectionId);
  }

  @Override
  public Page<Link> search(long connectionId, String text, long start, int limit) {
    Conditions wanted =
        new Conditions().and("CONNECTION_ID = ?", connectionId).andText(text, "NAME_KEY");
    int total = ao.count(AoLink.class, wanted.query("ID"));
    List<Link> page = new ArrayList<>();
    ao.stream(
        AoLink.class,
        wanted.page(LinkColumns.READ, "KIND ASC, NAME_KEY ASC, ID ASC", start, limit),
        row -> page.add(columns.link(row)));
    return new Page<>(total, start, page);
  }

  @Override
  public Set<ExternalId> addedMembers(long linkId) {
    return added.of(linkId);
  }

  @Override
  public void noteAdded(long linkId, List<ExternalId> users) {
    added.note(linkId, users);
  }

  @Override
  public void forgetAdded(long linkId, List<ExternalId> users) {
    added.forget(linkId, users);
  }
}
