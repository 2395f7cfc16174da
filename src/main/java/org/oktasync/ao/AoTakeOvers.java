package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.TakeOver;
import org.oktasync.record.TakeOvers;

/**
 * Whom administrators let take over an account of another directory, in the database. Source ids
 * are compared in Java: some databases take upper and lower case for the same.
 */
public final class AoTakeOvers implements TakeOvers {
  private final ActiveObjects ao;

  public AoTakeOvers(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public List<TakeOver> waiting(long connectionId) {
    return rows(connectionId)
        .map(AoTakeOvers::word)
        .sorted(Comparator.comparing(TakeOver::sourceId))
        .toList();
  }

  private Stream<AoTakeOver> rows(long connectionId) {
    return Stream.of(ao.find(AoTakeOver.class, "CONNECTION_ID = ?", connectionId));
  }

  private static TakeOver word(AoTakeOver row) {
    return new TakeOver(
        row.getConnectionId(),
        new ExternalId(row.getSourceId()),
        new AccountName(row.getName()),
        row.getDirectoryId(),
        StoredText.orEmpty(row.getUserKey()),
        StoredText.orEmpty(row.getGivenBy()),
        Instant.ofEpochMilli(row.getGivenAt()));
  }

  @Override
  public void store(Collection<TakeOver> words) {
    Map<Long, Map<ExternalId, TakeOver>> byConnection = new LinkedHashMap<>();
    words.forEach(
        word ->
            byConnection
                .computeIfAbsent(word.connectionId(), id -> new LinkedHashMap<>())
                .put(word.sourceId(), word));
    ao.executeInTransaction(
        () -> {
          byConnection.forEach(
              (connection, unique) -> {
                delete(connection, unique.keySet());
                insert(unique.values());
              });
          return null;
        });
  }

  private void insert(Collection<TakeOver> words) {
    for (List<TakeOver> batch : Batch.of(List.copyOf(words))) {
      ao.create(AoTakeOver.class, batch.stream().map(AoTakeOvers::columns).toList());
    }
  }

  private static Map<String, Object> columns(TakeOver word) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("CONNECTION_ID", word.connectionId());
    columns.put("SOURCE_ID", word.sourceId().value());
    columns.put("NAME", word.name().value());
    columns.put("DIRECTORY_ID", word.directoryId());
    columns.put("USER_KEY", word.userKey());
    columns.put("GIVEN_BY", word.by());
    columns.put("GIVEN_AT", word.at().toEpochMilli());
    return columns;
  }

  @Override
  public int forget(long connectionId, Collection<ExternalId> people) {
    return people.isEmpty()
        ? 0
        : ao.executeInTransaction(() -> delete(connectionId, new HashSet<>(people)));
  }

  private int delete(long connectionId, Set<ExternalId> people) {
    List<Long> ids = new ArrayList<>();
    rows(connectionId)
        .filter(row -> people.contains(new ExternalId(row.getSourceId())))
        .forEach(row -> ids.add(row.getID()));
    for (List<Long> batch : Batch.of(ids)) {
      ao.deleteWithSQL(AoTakeOver.class, Batch.in("ID", batch.size()), batch.toArray());
    }
    return ids.size();
  }

  @Override
  public void forgetAll(long connectionId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoTakeOver.class, "CONNECTION_ID = ?", connectionId));
  }
}
