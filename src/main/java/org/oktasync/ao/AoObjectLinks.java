package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.record.ObjectLinks;

/** Links of objects in the database; keys and ids are compared in Java once more. */
public final class AoObjectLinks implements ObjectLinks {
  private final ActiveObjects ao;
  private final ObjectLinkColumns columns = new ObjectLinkColumns();

  public AoObjectLinks(ActiveObjects ao) {
    this.ao = ao;
  }

  private record Owner(long connectionId, ObjectIdentity identity) {}

  @Override
  public Cursor<ObjectLink> links(long connectionId, String type) {
    List<ObjectLink> links = new ArrayList<>();
    Conditions wanted =
        new Conditions()
            .and("CONNECTION_ID = ?", connectionId)
            .and("TYPE_KEY = ?", SearchKey.of(type));
    ao.stream(
        AoObjectLink.class,
        wanted.query(ObjectLinkColumns.READ),
        row -> links.add(columns.link(row)));
    links.removeIf(link -> !link.identity().type().equalsIgnoreCase(type));
    links.sort(Comparator.comparing(ObjectLink::identity).thenComparing(ObjectLink::id));
    return Cursor.over(links);
  }

  @Override
  public Optional<ObjectLink> find(long connectionId, ObjectIdentity identity) {
    return rows(connectionId, List.of(identity)).values().stream().findFirst().map(columns::link);
  }

  @Override
  public Optional<ObjectLink> find(long connectionId, String type, ExternalId sourceId) {
    if (sourceId.equals(ObjectChange.NO_SOURCE)) {
      return Optional.empty();
    }
    String own = "SOURCE_ID = ? AND CONNECTION_ID = ? AND TYPE_KEY = ?";
    return Stream.of(
            ao.find(AoObjectLink.class, own, sourceId.value(), connectionId, SearchKey.of(type)))
        .map(columns::link)
        .filter(link -> link.sourceId().equals(sourceId))
        .filter(link -> link.identity().type().equalsIgnoreCase(type))
        .findFirst();
  }

  @Override
  public long count(long connectionId) {
    return ao.count(AoObjectLink.class, "CONNECTION_ID = ?", connectionId);
  }

  @Override
  public void store(List<ObjectLink> links) {
    Map<Object, ObjectLink> unique = new LinkedHashMap<>();
    links.forEach(link -> unique.put(rowOf(link), link));
    ao.executeInTransaction(
        () -> {
          Batch.of(List.copyOf(unique.values())).forEach(this::storeBatch);
          return null;
        });
  }

  /** What tells the row that a link replaces: its id, else whose identity it is. */
  private static Object rowOf(ObjectLink link) {
    return link.id() == 0 ? new Owner(link.connectionId(), link.identity()) : link.id();
  }

  private void storeBatch(List<ObjectLink> batch) {
    Map<Object, AoObjectLink> stored = new HashMap<>(byId(batch));
    batch.stream()
        .filter(link -> link.id() == 0)
        .collect(Collectors.groupingBy(ObjectLink::connectionId))
        .forEach(
            (connection, some) ->
                stored.putAll(rows(connection, some.stream().map(ObjectLink::identity).toList())));
    List<Map<String, Object>> inserts = new ArrayList<>();
    for (ObjectLink link : batch) {
      AoObjectLink row = stored.get(rowOf(link));
      if (row == null && link.id() == 0) {
        inserts.add(columns.columns(link));
      } else if (row != null && !columns.columns(columns.link(row)).equals(columns.columns(link))) {
        columns.write(row, link);
        row.save();
      }
    }
    if (!inserts.isEmpty()) {
      ao.create(AoObjectLink.class, inserts);
    }
  }

  private Map<Long, AoObjectLink> byId(List<ObjectLink> batch) {
    List<Long> ids = batch.stream().map(ObjectLink::id).filter(id -> id != 0).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return Stream.of(ao.find(AoObjectLink.class, Batch.in("ID", ids.size()), Batch.parameters(ids)))
        .collect(Collectors.toMap(AoObjectLink::getID, row -> row));
  }

  private Map<Owner, AoObjectLink> rows(long connectionId, List<ObjectIdentity> identities) {
    Map<Owner, AoObjectLink> rows = new HashMap<>();
    List<String> keys = identities.stream().map(one -> SearchKey.of(one.key())).distinct().toList();
    String some = "CONNECTION_ID = ? AND " + Batch.in("VALUE_KEY", keys.size());
    for (AoObjectLink row :
        ao.find(AoObjectLink.class, some, Batch.parameters(keys, connectionId))) {
      ObjectIdentity identity = columns.link(row).identity();
      if (identities.contains(identity)) {
        rows.put(new Owner(connectionId, identity), row);
      }
    }
    return rows;
  }

  @Override
  public void renameTypes(long connectionId, Map<String, String> names) {
    ao.executeInTransaction(
        () -> {
          Map<String, List<AoObjectLink>> moving = new LinkedHashMap<>();
          names.forEach((from, to) -> moving.put(to, rows(connectionId, from)));
          moving.values().removeIf(List::isEmpty);
          Set<Long> ids =
              moving.values().stream()
                  .flatMap(List::stream)
                  .map(AoObjectLink::getID)
                  .collect(Collectors.toSet());
          moving.keySet().stream()
              .flatMap(to -> rows(connectionId, to).stream())
              .filter(row -> !ids.contains(row.getID()))
              .forEach(ao::delete);
          moving.forEach((to, rows) -> rows.forEach(row -> rename(row, to)));
          return null;
        });
  }

  private List<AoObjectLink> rows(long connectionId, String type) {
    String own = "CONNECTION_ID = ? AND TYPE_KEY = ?";
    return Stream.of(ao.find(AoObjectLink.class, own, connectionId, SearchKey.of(type)))
        .filter(row -> row.getTypeName().equalsIgnoreCase(type))
        .toList();
  }

  private void rename(AoObjectLink row, String type) {
    ObjectLink link = columns.link(row);
    columns.write(row, link.as(new ObjectIdentity(type, link.identity().key()), link.sourceId()));
    row.save();
  }

  @Override
  public void release(List<Long> ids) {
    for (List<Long> batch : Batch.of(ids)) {
      ao.executeInTransaction(
          () ->
              ao.deleteWithSQL(AoObjectLink.class, Batch.in("ID", batch.size()), batch.toArray()));
    }
  }

  @Override
  public void releaseAll(long connectionId) {
    new StepwiseDelete<>(ao, AoObjectLink.class, "ID", AoObjectLink::getID)
        .where("CONNECTION_ID = ?", connectionId);
  }
}
